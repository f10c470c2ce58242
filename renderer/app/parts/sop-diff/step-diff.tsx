import { STEP_FIELDS } from '#shared/sops/diff';
import type { StepField, StepRow } from '#shared/sops/diff';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { StepText } from '../evidence/step-text.tsx';
import { ChangedText } from './changed-text.tsx';
import type { DiffSides } from './diff-sides.ts';
import type { StepContext } from './field-words.ts';
import { fieldText } from './field-words.ts';
import css from './sop-diff.module.css';

/** Parts that are written in sentences, in which single words change. */
const PROSE: ReadonlySet<StepField> = new Set(['title', 'how', 'why', 'rules', 'options']);

interface StepCellProps {
  readonly row: StepRow;
  readonly side: 'before' | 'after' | 'both';
  readonly sides: DiffSides;
}

/** A step on one side of a comparison, or as both: its title, and what is different in it. */
export function StepCell({ row, side, sides }: StepCellProps) {
  const { before, after, fields } = row;
  const step = side === 'before' ? before : side === 'after' ? after : (after ?? before);
  if (!step) return <div className={css['cell']} data-side={side} data-empty />;
  const number = side === 'before' ? row.beforeNumber : (row.afterNumber ?? row.beforeNumber);
  const isWhole = !before || !after;
  // In one text with what is there, what is gone is named and no more.
  const isNamed = side === 'both' && !after;
  const parts = isNamed
    ? []
    : isWhole
      ? saidFields(step)
      : fields.filter((field) => field !== 'title');
  return (
    <div className={css['cell']} data-side={side}>
      <p className={css['stepTitle']}>
        <span className={css['number']}>{number}</span>
        {before && after && fields.includes('title') ? (
          <ChangedText before={before.title} after={after.title} side={side} />
        ) : (
          <span className={isNamed ? css['removed'] : css['text']}>
            {step.title || t('sopVersions.diff.untitled')}
          </span>
        )}
      </p>
      {parts.length > 0 && (
        <dl className={css['fields']}>
          {parts.map((field) => (
            <div key={field} className={css['field']}>
              <dt>{t(`sopVersions.diff.field.${field}`)}</dt>
              <dd>
                {isWhole ? (
                  <WholeField
                    field={field}
                    text={fieldText(field, step, after ? sides.after : sides.before)}
                  />
                ) : (
                  <FieldChange
                    field={field}
                    before={before}
                    after={after}
                    side={side}
                    sides={sides}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

interface WholeFieldProps {
  readonly field: StepField;
  readonly text: string;
}

/** A part of a step that only one side has: nothing in it is marked, so it is set as everywhere else. */
function WholeField({ field, text }: WholeFieldProps) {
  return field === 'how' ? <StepText text={text} /> : <span className={css['text']}>{text}</span>;
}

interface FieldChangeProps {
  readonly field: StepField;
  readonly before: Step;
  readonly after: Step;
  readonly side: 'before' | 'after' | 'both';
  readonly sides: DiffSides;
}

function FieldChange({ field, before, after, side, sides }: FieldChangeProps) {
  const read = (step: Step, context: StepContext): string => fieldText(field, step, context);
  return (
    <ChangedText
      before={read(before, sides.before)}
      after={read(after, sides.after)}
      side={side}
      isWhole={!PROSE.has(field)}
    />
  );
}

/** What a step says beside its title, where it says more than an empty one. */
const saidFields = (step: Step): readonly StepField[] =>
  STEP_FIELDS.filter(
    (field) =>
      field !== 'title' &&
      (field === 'kind' ||
        (field === 'waitOn'
          ? step.kind === 'waitFor'
          : JSON.stringify(step[field]) !== JSON.stringify(EMPTY_STEP[field]))),
  );
