import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { evidenceIn, evidenceJson } from '#shared/evidence/evidence';
import { memberAudience } from '#shared/stream/change';
import { EvidenceField } from '../../../app/parts/evidence/evidence-field.tsx';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { STEP_ACT } from '../use-run-keys.ts';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';

/** Files that show what was done: attached, looked at, removed; then on. */
export function FileAnswer({ run, asked, isReadOnly, onSay, onGoOn }: StepAnswerProps) {
  const field = useRef<HTMLDivElement>(null);
  const words = useSopWords();
  const files = evidenceIn(asked.answer?.value);
  // Attaching is the last act of the field, after the files that are there.
  useEffect(() => {
    const buttons = field.current?.querySelectorAll('button') ?? [];
    [...buttons].at(-1)?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={css['files']}>
      <div ref={field}>
        <EvidenceField
          value={files}
          audience={memberAudience(run.memberId)}
          isReadOnly={isReadOnly}
          label={words.step(asked.step).title}
          onChange={(value) => onSay({ value: value.map(evidenceJson) })}
        />
      </div>
      {files.length > 0 && !isReadOnly && (
        <Button
          {...{ [STEP_ACT]: true }}
          variant="primary"
          icon={<Check aria-hidden />}
          onClick={onGoOn}
        >
          {t('checklists.tick')}
        </Button>
      )}
    </div>
  );
}
