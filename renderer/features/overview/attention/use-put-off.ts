import { useState } from 'react';
import { readJsonDraft, writeDraft } from '../../../state/drafts.ts';

const NAME = 'attention';

type UntilByKey = Readonly<Record<string, number>>;

export interface PutOff {
  isPutOff(key: string): boolean;
  /** Until an instant, on this computer alone. */
  putOff(key: string, untilMs: number): void;
  bringAllBack(): void;
}

/** What somebody does not want to be told until later. It is nobody's record: losing it costs a look. */
export function usePutOff(nowMs: number): PutOff {
  const [untilByKey, setUntilByKey] = useState(readPutOff);
  const keep = (kept: UntilByKey): void => {
    setUntilByKey(kept);
    writeDraft(NAME, Object.keys(kept).length === 0 ? '' : JSON.stringify(kept));
  };
  return {
    isPutOff: (key) => (untilByKey[key] ?? 0) > nowMs,
    putOff: (key, untilMs) => {
      const standing = Object.entries(untilByKey).filter(([, each]) => each > nowMs);
      keep({ ...Object.fromEntries(standing), [key]: untilMs });
    },
    bringAllBack: () => keep({}),
  };
}

function readPutOff(): UntilByKey {
  const kept = readJsonDraft(NAME);
  if (typeof kept !== 'object' || kept === null) return {};
  const numbers = Object.entries(kept).filter(([, until]) => typeof until === 'number');
  return Object.fromEntries(numbers);
}
