import { MOST_STEPS_AT_ONCE, stepCount } from '#shared/imports/sop-known';
import type { SopChoices, SopReading } from '#shared/imports/sop-document';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Callout } from '../../../ui/callout.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { outcomeOptions } from '../served-options.ts';
import { ImportChoices } from './import-choices.tsx';
import css from './import-dialog.module.css';
import { ImportNotesList } from './import-notes.tsx';
import { ImportOutline } from './import-outline.tsx';
import type { ImportInto, ImportPlan } from './import-plan.ts';

interface ImportPreviewProps {
  readonly plan: Plan;
  readonly reading: SopReading;
  readonly planned: ImportPlan;
  readonly hasDraft: boolean;
  readonly isBusy: boolean;
  readonly into: ImportInto;
  readonly onInto: (into: ImportInto) => void;
  readonly outcomeId: string;
  readonly onOutcome: (outcomeId: string) => void;
  /** Procedures that are not taken, by their place. */
  readonly leftOut: ReadonlySet<number>;
  readonly onLeaveOut: (leftOut: ReadonlySet<number>) => void;
  readonly onChoose: (choices: Partial<SopChoices>) => void;
}

/** What was read on the left; how it is read, where it goes and what was not understood on the right. */
export function ImportPreview(props: ImportPreviewProps) {
  const { plan, reading, planned, into, outcomeId } = props;
  return (
    <div className={css['preview']} aria-busy={props.isBusy} data-busy={props.isBusy || undefined}>
      <div className={css['found']}>
        <p className={css['summary']} role="status">
          {t('sopPort.found.steps', { count: planned.steps })}
          {planned.sections > 0 && ` · ${t('sopPort.found.sections', { count: planned.sections })}`}
        </p>
        {planned.problem && <ProblemNote planned={planned} />}
        <ImportOutline sops={planned.sops} />
      </div>
      <div className={css['side']}>
        <section className={css['part']}>
          {props.hasDraft && (
            <Select
              label={t('sopPort.as')}
              value={into}
              onChange={props.onInto}
              options={(['replace', 'append', 'new'] as const).map((value) => ({
                value,
                label: t(`sopPort.into.${value}`),
              }))}
            />
          )}
          {into === 'new' && (
            <Select
              label={t('sopPort.outcome')}
              value={outcomeId}
              onChange={props.onOutcome}
              options={outcomeOptions(plan, { roleId: '', outcomeId })}
            />
          )}
        </section>
        <ImportChoices reading={reading} onChoose={props.onChoose} />
        {reading.sops.length > 1 && <Procedures {...props} />}
        <ImportNotesList notes={planned.notes} />
      </div>
    </div>
  );
}

function ProblemNote({ planned: { problem, steps } }: { readonly planned: ImportPlan }) {
  if (problem === null) return null;
  const text =
    problem === 'tooMany'
      ? t('sopPort.found.tooMany', { count: steps, limit: MOST_STEPS_AT_ONCE })
      : t(`sopPort.found.${problem}`);
  return <Callout tone="warn" title={text} />;
}

function Procedures({ reading, leftOut, onLeaveOut }: ImportPreviewProps) {
  return (
    <section className={css['part']} aria-label={t('sopPort.found.procedures')}>
      <h3 className={css['partTitle']}>{t('sopPort.found.procedures')}</h3>
      <div className={css['procedures']}>
        {reading.sops.map((sop, index) => (
          <Checkbox
            // oxlint-disable-next-line react/no-array-index-key -- procedures of a document have a place and no name of their own
            key={index}
            label={`${sop.title} · ${t('sopPort.found.steps', { count: stepCount(sop) })}`}
            checked={!leftOut.has(index)}
            onChange={(isTaken) => {
              const next = new Set(leftOut);
              if (isTaken) next.delete(index);
              else next.add(index);
              onLeaveOut(next);
            }}
          />
        ))}
      </div>
    </section>
  );
}
