import { useEffect, useRef, useState } from 'react';
import type { Json } from '#shared/json';
import { useLeaving } from '../../ui/use-leaving.ts';

/** A pause in typing as long as this saves what stands there. */
const PAUSE_MS = 700;

export interface TypedAnswer {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Saves now what is not saved yet: the field is being left. */
  readonly commit: () => void;
  /** Forgets what is not saved yet: it is being saved another way. */
  readonly drop: () => void;
}

/**
 * Text that is saved on a pause, on leaving the field, the step or the program, whichever comes first.
 * `read` turns it into what is stored; undefined is not stored.
 */
export function useTypedAnswer(
  saved: Json | undefined,
  read: (text: string) => Json | undefined,
  save: (value: Json) => void,
): TypedAnswer {
  const [text, setText] = useState(() =>
    saved === undefined || saved === null ? '' : String(saved),
  );
  const pending = useRef<{ readonly value: Json } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  const [commit] = useState(() => (): void => {
    clearTimeout(timer.current);
    const waiting = pending.current;
    pending.current = null;
    if (waiting) latest.current(waiting.value);
  });
  useLeaving(commit);

  return {
    text,
    type: (next) => {
      setText(next);
      const value = read(next);
      pending.current = value === undefined ? null : { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, PAUSE_MS);
    },
    commit,
    drop: () => {
      clearTimeout(timer.current);
      pending.current = null;
    },
  };
}
