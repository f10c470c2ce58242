import { memo } from 'react';
import { isPromiseChanged } from '#shared/plan/promise-draft';
import type { PromiseDraft } from '#shared/plan/promise-draft';
import { SLA_STAGES } from '#shared/plan/outcome';
import type { SlaStage } from '#shared/plan/outcome';
import { t } from '../../i18n/text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { isSameFor } from './editor-fields.ts';
import type { EditorFieldsProps } from './editor-fields.ts';
import { problemAt } from './problem-words.ts';
import css from './promise-fields.module.css';
import { PromiseHistory } from './promise-history.tsx';
import { PromisePreview } from './promise-preview.tsx';
import { PromiseStart } from './promise-start.tsx';
import { TimeUnitSelect } from './time-unit-select.tsx';

/** What whoever asks can count on: a promise for each stage, whose hours count, and when that would be. */
function PromiseFieldsPart(props: EditorFieldsProps) {
  const { draft, plan, problems, onChange } = props;
  const change = (to: SlaStage, part: Partial<PromiseDraft>) =>
    onChange({ promises: { ...draft.promises, [to]: { ...draft.promises[to], ...part } } });
  const isAnyOn = SLA_STAGES.some((to) => draft.promises[to].isOn);
  const calendars = plan.calendars.filter(
    ({ id, isArchived }) => !isArchived || id === draft.calendarId,
  );
  const isGone = draft.calendarId !== '' && !plan.calendarById.has(draft.calendarId);
  return (
    <div className={css['promises']}>
      {SLA_STAGES.map((to) => (
        <PromiseRow key={to} {...props} to={to} onChange={(part) => change(to, part)} />
      ))}
      {(isAnyOn || draft.calendarId !== '') && (
        <div className={css['calendar']}>
          <Select
            label={t('outcomes.promise.calendar')}
            value={draft.calendarId}
            error={problemAt(problems, 'calendarId')}
            onChange={(calendarId) => onChange({ calendarId })}
            options={[
              { value: '', label: t('outcomes.promise.calendarMember') },
              ...calendars.map(({ id, name }) => ({ value: id, label: name })),
              ...(isGone
                ? [{ value: draft.calendarId, label: t('outcomes.promise.calendarGone') }]
                : []),
            ]}
          />
        </div>
      )}
      {isAnyOn && <PromisePreview draft={draft} plan={plan} />}
    </div>
  );
}

interface PromiseRowProps extends Omit<EditorFieldsProps, 'onChange'> {
  readonly to: SlaStage;
  readonly onChange: (part: Partial<PromiseDraft>) => void;
}

function PromiseRow({ to, draft, problems, today, isNew, onChange }: PromiseRowProps) {
  const promise = draft.promises[to];
  const isMoved = !isNew && isPromiseChanged(promise, draft.slas, to);
  return (
    <div className={css['promise']}>
      <Switch
        label={t(`outcomes.promise.on.${to}`)}
        checked={promise.isOn}
        onChange={(isOn) => onChange({ isOn })}
      />
      {promise.isOn && (
        <div className={css['within']}>
          <NumberField
            label={t('outcomes.promise.within')}
            value={promise.amount}
            error={problemAt(problems, `promise.${to}.amount`)}
            onChange={(amount) => onChange({ amount })}
          />
          <TimeUnitSelect value={promise.unit} onChange={(unit) => onChange({ unit })} />
        </div>
      )}
      <div className={css['more']}>
        {isMoved && (
          <PromiseStart
            fromDay={promise.fromDay}
            today={today}
            error={problemAt(problems, `promise.${to}.day`)}
            onChange={(fromDay) => onChange({ fromDay })}
          />
        )}
        <PromiseHistory slas={draft.slas} to={to} today={today} />
      </div>
    </div>
  );
}

export const PromiseFields = memo(
  PromiseFieldsPart,
  isSameFor('promises', 'slas', 'calendarId', 'ownerId', 'memberIds'),
);
