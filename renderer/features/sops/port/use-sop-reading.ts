import { useCallback, useEffect, useRef, useState } from 'react';
import type { SopChoices, SopFailure, SopReading } from '#shared/imports/sop-document';
import type { SopSource } from '#shared/imports/sop-source';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { readSop } from '../../../services/sop-port/read-sop.ts';

export type ReadFailure = SopFailure | IpcFailure;

export interface SopReadingState {
  readonly reading: SopReading | null;
  readonly failure: ReadFailure | null;
  readonly isBusy: boolean;
  /** Reads what a dialog, a drop or the clipboard brings. */
  readonly open: (source: SopSource | Promise<Result<SopSource, ReadFailure>>) => void;
  /** Reads the same document another way. */
  readonly choose: (choices: Partial<SopChoices>) => void;
  readonly startOver: () => void;
}

const NOTHING = { reading: null, failure: null, isBusy: false } as const;

/** One document, from where it lies to what it says. The newest wish wins: what an older one brings is dropped. */
export function useSopReading(): SopReadingState {
  const [state, setState] = useState<{
    readonly reading: SopReading | null;
    readonly failure: ReadFailure | null;
    readonly isBusy: boolean;
  }>(NOTHING);
  const source = useRef<SopSource | null>(null);
  const turn = useRef(0);

  const read = useCallback(async (choices: Partial<SopChoices>, mine: number) => {
    if (!source.current) return;
    const result = await readSop(source.current, choices);
    if (mine !== turn.current) return;
    if (result.ok) setState({ ...NOTHING, reading: result.value });
    else setState({ ...NOTHING, failure: result.error });
  }, []);

  const open = useCallback<SopReadingState['open']>(
    (wanted) => {
      turn.current += 1;
      const mine = turn.current;
      setState({ ...NOTHING, isBusy: true });
      void (async () => {
        const found = await wanted;
        if (mine !== turn.current) return;
        const isPlain = 'kind' in found;
        if (!isPlain && !found.ok) {
          setState({ ...NOTHING, failure: found.error.code === 'cancelled' ? null : found.error });
          return;
        }
        source.current = isPlain ? found : found.value;
        await read({}, mine);
      })();
    },
    [read],
  );

  const choose = useCallback<SopReadingState['choose']>(
    (choices) => {
      turn.current += 1;
      setState((now) => ({ ...now, isBusy: true }));
      void read(choices, turn.current);
    },
    [read],
  );

  const startOver = useCallback(() => {
    turn.current += 1;
    setState(NOTHING);
  }, []);

  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return { ...state, open, choose, startOver };
}
