import type { Ref } from 'react';
import { Lightbulb } from 'lucide-react';
import { statementHint } from '#shared/plan/statement-hint';
import { t } from '../../i18n/text.ts';
import { TextField } from '../../ui/text-field.tsx';
import css from './outcome-dialog.module.css';

interface StatementFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement>;
}

/** The result in a sentence. A hint, never a refusal, when it reads like an activity or cannot be told. */
export function StatementField({ value, error, onChange, ref }: StatementFieldProps) {
  const hint = statementHint(value);
  return (
    <div>
      <TextField
        label={t('outcomes.editor.statement')}
        description={t('outcomes.editor.statementHint')}
        placeholder={t('outcomes.editor.statementPlaceholder')}
        value={value}
        error={error}
        onChange={onChange}
        multiline
        rows={2}
        maxLength={300}
        ref={ref}
      />
      <div role="status">
        {hint && (
          <p className={css['hint']}>
            <Lightbulb size={15} aria-hidden />
            <span>
              <strong>
                {hint === 'activity'
                  ? t('outcomes.hint.activityTitle')
                  : t('outcomes.hint.measureTitle')}
              </strong>{' '}
              {hint === 'activity'
                ? t('outcomes.hint.activityText')
                : t('outcomes.hint.measureText')}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
