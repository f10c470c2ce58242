import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { EntryValues } from '../../services/deliverables.ts';
import { outcomesOf, vocabularyOf } from '../../services/log-vocabulary.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FormProblem } from './entry-form-values.ts';
import css from './entry-form.module.css';
import { ResultFields } from '../../app/parts/results/result-fields.tsx';
import { MomentField } from './moment-field.tsx';

interface EntryFormProps {
  readonly plan: Plan;
  readonly memberId: string;
  readonly zone: string;
  readonly values: EntryValues;
  /** Nothing is called wrong before somebody tried to save. */
  readonly problems: ReadonlySet<FormProblem>;
  readonly isCompleted: boolean;
  readonly onChange: (change: Partial<EntryValues>) => void;
}

/** Everything that can be said of a piece of work, the usual first. */
export function EntryForm(props: EntryFormProps) {
  const { plan, memberId, values, problems, isCompleted, onChange } = props;
  const outcomes = outcomesOf(plan, memberId);
  const known = plan.outcomeById.get(values.outcomeId);
  const choices = known && !outcomes.includes(known) ? [...outcomes, known] : outcomes;
  const currency = plan.workspace?.currency ?? 'USD';
  return (
    <div className={css['form']}>
      <div className={css['wide']}>
        <Combobox
          label={t('log.form.outcome')}
          placeholder={t('log.form.chooseOutcome')}
          value={values.outcomeId || null}
          options={choices.map(({ id, name, unit }) => ({ value: id, label: name, hint: unit }))}
          error={problems.has('outcome') ? t('log.form.outcomeError') : undefined}
          onChange={(outcomeId) => onChange({ outcomeId: outcomeId ?? '' })}
        />
      </div>
      {(!isCompleted || values.title !== '') && (
        <div className={css['wide']}>
          <TextField
            label={t('log.form.what')}
            description={t('log.form.whatHint')}
            value={values.title}
            maxLength={300}
            onChange={(title) => onChange({ title })}
          />
        </div>
      )}
      <NumberField
        label={t('log.form.quantity')}
        value={values.quantity}
        min={0}
        max={1_000_000}
        suffix={known?.unit}
        error={problems.has('quantity') ? t('log.form.quantityError') : undefined}
        onChange={(quantity) => onChange({ quantity: quantity ?? 0 })}
      />
      <Combobox
        label={t('log.form.client')}
        allowNew
        value={values.client || null}
        options={vocabularyOf(plan, memberId).clients.map((name) => ({ value: name, label: name }))}
        onChange={(client) => onChange({ client: client ?? '' })}
      />
      {isCompleted && (
        <ResultFields outcome={known} currency={currency} values={values} onChange={onChange} />
      )}
      <div className={css['wide']}>
        <TextField
          label={t('log.form.reference')}
          description={t('log.form.referenceHint')}
          value={values.reference}
          maxLength={500}
          onChange={(reference) => onChange({ reference })}
        />
      </div>
      <div className={css['wide']}>
        <TextField
          label={t('log.form.note')}
          multiline
          rows={2}
          value={values.note}
          maxLength={4_000}
          onChange={(note) => onChange({ note })}
        />
      </div>
      <EntryTimes {...props} />
    </div>
  );
}

function EntryTimes({ values, zone, problems, isCompleted, onChange }: EntryFormProps) {
  return (
    <>
      <MomentField
        label={t('log.form.requested')}
        valueMs={values.requestedAtMs}
        zone={zone}
        onChange={(requestedAtMs) => onChange({ requestedAtMs })}
      />
      <MomentField
        label={t('log.form.started')}
        valueMs={values.startedAtMs}
        zone={zone}
        onChange={(startedAtMs) => onChange({ startedAtMs })}
      />
      {isCompleted ? (
        <>
          <MomentField
            label={t('log.form.completed')}
            valueMs={values.completedAtMs}
            zone={zone}
            // Work that is done stays done here: taking it up again is an act of its own.
            onChange={(completedAtMs) => completedAtMs !== null && onChange({ completedAtMs })}
          />
          <TextField
            label={t('log.form.day')}
            description={t('log.form.dayHint', { zone })}
            type="date"
            value={values.day}
            onChange={(day) => day !== '' && onChange({ day })}
          />
        </>
      ) : (
        <MomentField
          label={t('log.form.due')}
          valueMs={values.dueAtMs}
          zone={zone}
          onChange={(dueAtMs) => onChange({ dueAtMs })}
        />
      )}
      {problems.has('beyond') && (
        <p role="alert" className={css['error']}>
          {t('log.form.beyond')}
        </p>
      )}
      {problems.has('order') && (
        <p role="alert" className={css['error']}>
          {t('log.form.order')}
        </p>
      )}
    </>
  );
}
