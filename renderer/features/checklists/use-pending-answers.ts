import { useCallback, useEffect, useMemo, useState } from 'react';
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

const NONE: ReadonlyMap<string, Pending> = new Map();

/** Answers count as soon as they are made: nobody waits for the disk to go on to the next step. */
export function usePendingAnswers(recorded: Answers): PendingAnswers {
  const [pending, setPending] = useState(NONE);
  useEffect(() => setPending((held) => stillPending(held, recorded)), [recorded]);
  const answers = useMemo(() => overlaid(recorded, pending), [recorded, pending]);

  const put = useCallback((stepId: string, answer: Answer, isSaved: boolean) => {
    setPending((held) =>
      isSaved && held.get(stepId)?.answer !== answer
        ? held
        : new Map(held).set(stepId, { answer, isSaved }),
    );
  }, []);
  return {
    answers,
    show: useCallback((stepId, answer) => put(stepId, answer, false), [put]),
    settle: useCallback((stepId, answer) => put(stepId, answer, true), [put]),
    drop: useCallback((stepId, answer) => {
      setPending((held) => {
        if (held.get(stepId)?.answer !== answer) return held;
        const left = new Map(held);
        left.delete(stepId);
        return left;
      });
    }, []),
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

function overlaid(recorded: Answers, pending: ReadonlyMap<string, Pending>): Answers {
  if (pending.size === 0) return recorded;
  const answers = new Map(recorded);
  for (const [stepId, each] of pending) {
    if (!isKnown(stepId, each, recorded) || !each.isSaved) answers.set(stepId, each.answer);
  }
  return answers;
}
