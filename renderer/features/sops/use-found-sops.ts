import { useEffect, useMemo, useState } from 'react';
import type { Sop } from '#shared/sops/sop';
import { findSops } from '../../data/sop-search/find-sops.ts';
import type { SopHits } from '../../data/sop-search/sop-index.ts';
import { useSopList } from '../../state/sop-list.ts';
import type { FoundWords } from './found-words.ts';
import { NOTHING_MARKED } from './found-words.ts';

/** What is looked for found, best first. */
interface FoundSops extends FoundWords {
  readonly sops: readonly Sop[];
}

type Answer =
  /** Nothing is looked for. */
  | { readonly kind: 'all' }
  /** Until the words are read, titles alone are looked through. */
  | { readonly kind: 'titled'; readonly query: string }
  | { readonly kind: 'hits'; readonly hits: SopHits };

/**
 * The SOPs that hold the list's query, as one types. A letter is asked for when it is typed and not when
 * it has been drawn; nothing but an answer draws the list anew.
 */
export function useFoundSops(sops: readonly Sop[], sopById: ReadonlyMap<string, Sop>): FoundSops {
  const [answer, setAnswer] = useState<Answer>(() => firstAnswer(queryNow()));
  useEffect(() => followQuery(sops, setAnswer), [sops]);
  return useMemo(() => {
    if (answer.kind === 'all') return { sops, ...NOTHING_MARKED };
    if (answer.kind === 'titled') return { sops: titled(sops, answer.query), ...NOTHING_MARKED };
    const { sopIds, words, places } = answer.hits;
    return { sops: sopIds.flatMap((id) => sopById.get(id) ?? []), words, places };
  }, [sops, sopById, answer]);
}

const queryNow = (): string => useSopList.getState().query.trim();

const firstAnswer = (query: string): Answer =>
  query === '' ? { kind: 'all' } : { kind: 'titled', query };

/** Tells the answer to the newest query, whenever it changes; answers how to stop. */
function followQuery(
  sops: readonly Sop[],
  onAnswer: (change: (held: Answer) => Answer) => void,
): () => void {
  let asked: string | null = null;
  let answered = 0;
  let isBusy = false;
  let isOver = false;

  const ask = async (): Promise<void> => {
    const query = queryNow();
    if (isOver || query === asked) return;
    if (query === '') onAnswer(() => ({ kind: 'all' }));
    else if (answered === 0) {
      // What was found before the last letter still tells more than titles do.
      onAnswer((held) => (held.kind === 'hits' ? held : { kind: 'titled', query }));
    }
    // What is typed meanwhile is asked for next: letters that nobody waits for any more are not looked for.
    if (isBusy) return;
    isBusy = true;
    asked = query;
    // An empty query makes the search ready before somebody types.
    const hits = await findSops(query, sops).catch(() => null);
    isBusy = false;
    if (isOver) return;
    if (hits) answered += 1;
    const isEmptied = queryNow() === '';
    void ask();
    if (query === '' || isEmptied) return;
    onAnswer(() => (hits ? { kind: 'hits', hits } : { kind: 'titled', query }));
  };

  const stop = useSopList.subscribe(() => void ask());
  void ask();
  return () => {
    isOver = true;
    stop();
  };
}

const titled = (sops: readonly Sop[], text: string): readonly Sop[] => {
  const lower = text.toLowerCase();
  return sops.filter(({ title }) => title.toLowerCase().includes(lower));
};
