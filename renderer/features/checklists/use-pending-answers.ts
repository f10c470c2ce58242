import { useCallback, useMemo, useState } from 'react';
import type { Answer, Answers } from '#shared/sops/answer';

/** What was said here and is not in the record yet. */
interface Pending {
  readonly answer: Answer;
  readonly isSaved: boolean;
}

export interface PendingAnswers {
  /** The record's answers and those on their way to it. */
  readonly answers: Answers;
  readonly show: (stepId: string, answer: Answer) => void;
  /** The record has it: what the record says counts from its next reading on. */
  readonly settle: (stepId: string, answer: Answer) => void;
  /** It could not be saved. */
  readonly drop: (stepId: string, answer: Answer) => void;
}

interface Held {
  readonly recorded: Answers;
  readonly pending: ReadonlyMap<string, Pending>;
}

/** Answers count as soon as they are made: nobody waits for the disk to go on to the next step. */
export function usePendingAnswers(recorded: Answers): PendingAnswers {
  const [held, setHeld] = useState<Held>({ recorded, pending: new Map() });
  if (held.recorded !== recorded) {
    setHeld({ recorded, pending: stillPending(held.pending, recorded) });
  }
  const answers = useMemo(() => overlaid(held), [held]);
  const change = useCallback(
    (stepId: string, to: (before: Pending | undefined) => Pending | undefined) =>
      setHeld((before) => {
        const is = before.pending.get(stepId);
        const next = to(is);
        if (next === is) return before;
        const pending = new Map(before.pending);
        if (next) pending.set(stepId, next);
        else pending.delete(stepId);
        return { ...before, pending };
      }),
    [],
  );
  return {
    answers,
    show: (stepId, answer) => change(stepId, () => ({ answer, isSaved: false })),
    settle: (stepId, answer) =>
      change(stepId, (is) => (is?.answer === answer ? { answer, isSaved: true } : is)),
    drop: (stepId, answer) => change(stepId, (is) => (is?.answer === answer ? undefined : is)),
  };
}

/** What the record does not say yet. What is saved gives way to any later reading: it may be undone by then. */
function stillPending(
  held: ReadonlyMap<string, Pending>,
  recorded: Answers,
): ReadonlyMap<string, Pending> {
  const left = [...held].filter(
    ([stepId, each]) => !each.isSaved && !isKnown(stepId, each, recorded),
  );
  return left.length === held.size ? held : new Map(left);
}

const isKnown = (stepId: string, { answer }: Pending, recorded: Answers): boolean =>
  (recorded.get(stepId)?.atMs ?? -Infinity) >= answer.atMs;

function overlaid({ recorded, pending }: Held): Answers {
  if (pending.size === 0) return recorded;
  const answers = new Map(recorded);
  for (const [stepId, { answer }] of pending) answers.set(stepId, answer);
  return answers;
}
