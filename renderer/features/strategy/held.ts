import { useState } from 'react';

/** What is typed over a stored value, until the stored one has followed. */
interface Typed<T> {
  readonly value: T;
  readonly over: T;
  readonly isSaved: boolean;
}

export interface Held<T> {
  readonly shown: T;
  readonly isTyped: boolean;
  readonly type: (value: T) => void;
  readonly giveUp: () => void;
  /** Saves what was typed; nothing where it is what is stored, or what `check` finds wrong. */
  readonly keep: () => Promise<void>;
}

/**
 * A stored value that is edited where it stands. What somebody else writes meanwhile does not disturb
 * the typing; what is saved stays on screen until the stored value has followed.
 */
export function useHeld<T>(
  value: T,
  {
    onSave,
    isFine,
  }: {
    readonly onSave: (value: T) => Promise<boolean>;
    readonly isFine: (value: T) => boolean;
  },
): Held<T> {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  if (typed?.isSaved && value !== typed.over) setTyped(null);
  const keep = async () => {
    if (!typed || typed.isSaved) return;
    if (typed.value === value) setTyped(null);
    else if (isFine(typed.value)) {
      setTyped({ ...typed, over: value, isSaved: true });
      if (!(await onSave(typed.value))) setTyped(null);
    }
  };
  return {
    shown: typed ? typed.value : value,
    isTyped: typed !== null,
    type: (next) => setTyped({ value: next, over: value, isSaved: false }),
    giveUp: () => setTyped(null),
    keep,
  };
}
