import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer, Answers } from '#shared/sops/answer';

export interface PendingAnswers {
  /** The record's answers and those on their way to it. */
  readonly answers: Answers;
  readonly show: (stepId: string, answer: Answer) => void;
  /** The record has it: what the record says counts from its next reading on, for it may be undone by then. */
  readonly settle: (answer: Answer) => void;
  /** It could not be saved. */
  readonly drop: (stepId: string, answer: Answer) => void;
}

/** Which reading of the record was the latest when an answer had been saved. */
type SettledAt = WeakMap<Answer, Answers>;

/** Answers count as soon as they are made: nobody waits for the disk to go on to the next step. */
export function usePendingAnswers(recorded: Answers): PendingAnswers {
  const [pending, setPending] = useState<Answers>(() => new Map());
  const [settledAt] = useState<SettledAt>(() => new WeakMap());
  const latest = useRef(recorded);
  useEffect(() => {
    latest.current = recorded;
  });
  const answers = useMemo(
    () => overlaid(recorded, pending, settledAt),
    [recorded, pending, settledAt],
  );
  return {
    answers,
    show: useCallback(
      (stepId, answer) =>
        setPending((held) =>
          new Map(stillPending(held, latest.current, settledAt)).set(stepId, answer),
        ),
      [settledAt],
    ),
    settle: useCallback((answer) => void settledAt.set(answer, latest.current), [settledAt]),
    drop: useCallback(
      (stepId, answer) =>
        setPending((held) =>
          held.get(stepId) === answer ? new Map([...held].filter(([id]) => id !== stepId)) : held,
        ),
      [],
    ),
  };
}

function overlaid(recorded: Answers, pending: Answers, settledAt: SettledAt): Answers {
  const left = stillPending(pending, recorded, settledAt);
  return left.length === 0 ? recorded : new Map([...recorded, ...left]);
}

/**
 * What the record does not say yet. No time is compared: of two answers of one moment, or around a clock that
 * was set back, the record may still tell the former when the latter has long been seen on the screen.
 */
const stillPending = (
  pending: Answers,
  recorded: Answers,
  settledAt: SettledAt,
): readonly (readonly [string, Answer])[] =>
  [...pending].filter(([, answer]) => {
    const readWhenSaved = settledAt.get(answer);
    return readWhenSaved === undefined || readWhenSaved === recorded;
  });
