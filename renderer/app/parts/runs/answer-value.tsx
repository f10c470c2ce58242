import { evidenceIn } from '#shared/evidence/evidence';
import type { Answer } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { memberAudience } from '#shared/stream/change';
import type { Plan } from '../../../data/plan.ts';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { useSopWords } from '../sop-words/sop-words.tsx';
import { answerText } from './answer-text.ts';

interface AnswerValueProps {
  readonly plan: Plan;
  readonly step: Step;
  readonly answer: Answer | undefined;
  /** Whose run it is. */
  readonly memberId: string;
}

/** What was answered, to be read: files as they look, everything else in words. */
export function AnswerValue({ plan, step, answer, memberId }: AnswerValueProps) {
  const words = useSopWords();
  const files = answer?.isSkipped ? [] : evidenceIn(answer?.value);
  if (files.length === 0) return answerText(plan, step, answer, words);
  return (
    <EvidenceField
      value={files}
      audience={memberAudience(memberId)}
      label={words.step(step).title}
      isReadOnly
      onChange={ignore}
    />
  );
}

const ignore = (): void => undefined;
