import { useEffect, useState } from 'react';
import { findAside } from '../../data/find/find-entries.ts';
import type { Entry } from '../../data/entry.ts';
import { useSessionOf } from '../../state/session.ts';

/** While somebody types on, nothing is asked that the next letter would make useless. */
const PAUSE_MS = 120;
/** Fewer letters would find half of the log. */
const FEWEST_LETTERS = 3;
const WANTED = 8;

export interface LogHits {
  readonly entries: readonly Entry[];
  readonly state: 'idle' | 'searching' | 'found' | 'failed';
}

const NOTHING: LogHits = { entries: [], state: 'idle' };
const SEARCHING: LogHits = { entries: [], state: 'searching' };
const NO_ANSWER: LogHits & { readonly asked: string } = { ...NOTHING, asked: '' };

/** Completed work whose words hold what is typed, the latest first; an answer that comes late is dropped. */
export function useLogHits(text: string): LogHits {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const [answer, setAnswer] = useState(NO_ANSWER);
  const asked = text.length < FEWEST_LETTERS ? '' : text;
  useEffect(() => {
    if (asked === '') return undefined;
    let isStale = false;
    const search = async (): Promise<void> => {
      const own = seat === 'assistant' ? { memberIds: [memberId] } : {};
      try {
        const { entries } = await findAside({ text: asked, stage: 'completed', ...own }, WANTED);
        if (!isStale) setAnswer({ asked, entries, state: 'found' });
      } catch {
        if (!isStale) setAnswer({ asked, entries: [], state: 'failed' });
      }
    };
    const timer = setTimeout(() => void search(), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked, seat, memberId]);
  if (asked === '') return NOTHING;
  return answer.asked === asked ? answer : SEARCHING;
}
