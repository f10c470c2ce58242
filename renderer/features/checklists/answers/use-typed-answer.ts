import { useEffect, useRef, useState } from 'react';
import type { Json } from '#shared/json';
import { useLeaving } from '../../../ui/use-leaving.ts';

/** A pause in typing as long as this saves what stands there. */
const PAUSE_MS = 700;

interface TypedAnswerOptions {
  /** What was answered before, here or on another device. */
  readonly recorded: Json | undefined;
  /** Turns text into what is stored; undefined is not stored. */
  readonly read: (text: string) => Json | undefined;
  readonly save: (value: Json) => void;
}

export interface TypedAnswer {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Saves now what is not saved yet: the field is being left. */
  readonly commit: () => void;
  /** Forgets what is not saved yet: it is being saved another way. */
  readonly drop: () => void;
}

/**
 * Text that is saved on a pause, on leaving the field, the step or the program, whichever comes first. What
 * is changed elsewhere meanwhile shows unless something is being typed.
 */
export function useTypedAnswer({ recorded, read, save }: TypedAnswerOptions): TypedAnswer {
  const [text, setText] = useState(() => textOf(recorded));
  const [shown, setShown] = useState(recorded);
  const pending = useRef<{ readonly value: Json } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  if (shown !== recorded) {
    setShown(recorded);
    if (text === textOf(shown)) setText(textOf(recorded));
  }

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

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
