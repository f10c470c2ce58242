import { CircleAlert, TriangleAlert } from 'lucide-react';
import { isBlocking } from '#shared/sops/draft-problems';
import type { DraftProblem } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { problemText } from './problem-words.ts';
import css from './step-rules.module.css';

interface ProblemListProps {
  readonly problems: readonly DraftProblem[];
  readonly steps: readonly Step[];
  readonly sops: readonly Sop[];
}

/** What is wrong, in sentences: red for what keeps the draft from being published. */
export function ProblemList({ problems, steps, sops }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className={css['problems']}>
      {problems.map((problem) => {
        const text = problemText(problem, { steps, sops });
        return (
          <li
            key={text}
            className={css['problem']}
            data-blocking={isBlocking(problem) || undefined}
          >
            {isBlocking(problem) ? (
              <CircleAlert size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} aria-hidden />
            )}
            {text}
          </li>
        );
      })}
    </ul>
  );
}
