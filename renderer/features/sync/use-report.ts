import { useCallback, useEffect, useRef, useState } from 'react';
import type { IpcFailure, Reply } from '#shared/ipc';
import { useSession } from '../../state/session.ts';

export interface Report<T> {
  /** The last answer; null until the first. */
  readonly value: T | null;
  /** Why the last question had no answer. */
  readonly failure: IpcFailure | null;
  readonly readAgain: () => void;
}

/** The state moves several times a second while much is sent; the lists need not. */
const PAUSE_MS = 300;

/** What main answers, read anew soon after the state of sending moves. `read` must be stable. */
export function useReport<T>(read: () => Reply<T>): Report<T> {
  const [shown, setShown] = useState<Omit<Report<T>, 'readAgain'>>({ value: null, failure: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAgain = useCallback(async () => {
    const answer = await read();
    timer.current = undefined;
    setShown(({ value }) =>
      answer.ok ? { value: answer.value, failure: null } : { value, failure: answer.error },
    );
  }, [read]);
  useEffect(() => {
    timer.current = setTimeout(() => void readAgain(), 0);
    const stopListening = useSession.subscribe((state, before) => {
      if (state.sync === before.sync) return;
      timer.current ??= setTimeout(() => void readAgain(), PAUSE_MS);
    });
    return () => {
      stopListening();
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [readAgain]);
  return { ...shown, readAgain: () => void readAgain() };
}
