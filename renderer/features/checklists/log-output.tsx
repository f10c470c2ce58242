import { useEffect, useRef, useState } from 'react';
import type { Run } from '#shared/sops/run';
import type { Plan } from '../../data/plan.ts';
import { quantityText } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { logEntry } from '../../services/deliverables.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { linkRun } from '../../services/runs.ts';
import { workerOf } from '../../services/worker.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './run-view.module.css';

interface LogOutputProps {
  readonly plan: Plan;
  readonly run: Run;
}

/** What came of a finished run, logged where it was made and tied to it. */
export function LogOutput({ plan, run }: LogOutputProps) {
  const [outcomeId, setOutcomeId] = useState(run.outcomeId);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [errors, setErrors] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Where finishing the run has left the focus in nothing, the next thing to do has it.
  useEffect(() => form.current?.focus(), []);
  const outcome = plan.outcomeById.get(outcomeId);
  const canLog = outcome !== undefined && quantity !== null && quantity > 0;

  async function log(): Promise<void> {
    const member = plan.memberById.get(run.memberId);
    if (!canLog || isSaving || !member) return;
    setIsSaving(true);
    const { id, saved } = await logEntry(workerOf(plan, member), {
      outcomeId,
      quantity,
      errors,
      note,
      startedAtMs: run.startedAtMs,
      runId: run.id,
    });
    const title = `${quantityText(quantity, outcome.unit)} · ${outcome.name}`;
    if (announceSaved(t('log.told.saved', { title }), saved)) {
      const linked = await linkRun(run, id);
      if (!linked.ok) announceFailure(linked.error);
    }
    setIsSaving(false);
  }

  return (
    <Panel title={t('checklists.logTitle')}>
      <form
        ref={form}
        tabIndex={-1}
        aria-label={t('checklists.logTitle')}
        className={css['logForm']}
        onSubmit={(event) => {
          event.preventDefault();
          void log();
        }}
      >
        <Combobox
          label={t('log.form.outcome')}
          value={outcomeId || null}
          options={outcomesOf(plan, run.memberId).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={(id) => setOutcomeId(id ?? '')}
        />
        <NumberField
          label={t('log.form.quantity')}
          value={quantity}
          min={0}
          max={1_000_000}
          suffix={outcome?.unit}
          onChange={setQuantity}
        />
        <NumberField
          label={t('log.form.errors')}
          value={errors}
          min={0}
          max={1_000_000}
          onChange={setErrors}
        />
        <div className={css['logNote']}>
          <TextField label={t('log.form.note')} value={note} maxLength={4_000} onChange={setNote} />
        </div>
        <Button type="submit" variant="primary" isDisabled={!canLog} isBusy={isSaving}>
          {t('log.form.log')}
        </Button>
      </form>
    </Panel>
  );
}
