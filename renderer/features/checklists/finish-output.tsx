import { useEffect, useRef, useState } from 'react';
import type { Run } from '#shared/sops/run';
import { isRatioWrong } from '../../app/parts/results/ratio.ts';
import type { ResultValues } from '../../app/parts/results/result-fields.tsx';
import { ResultFields } from '../../app/parts/results/result-fields.tsx';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import type { RunOutput } from '../../services/finish-run.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './run-view.module.css';

interface FinishOutputProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly work: Entry | null;
  readonly isReadOnly: boolean;
  readonly onFinish: (output: RunOutput) => Promise<void>;
}

const NO_RESULTS: ResultValues = {
  errors: null,
  score: null,
  partCount: null,
  wholeCount: null,
  valueMinor: null,
  costMinor: null,
};

/** What came of a run: its piece of work completed, or its output logged, in one act with the end. */
export function FinishOutput({ plan, run, work, isReadOnly, onFinish }: FinishOutputProps) {
  const [outcomeId, setOutcomeId] = useState(work?.outcomeId ?? run.outcomeId);
  const [quantity, setQuantity] = useState<number | null>(work?.quantity ?? 1);
  const [results, setResults] = useState<ResultValues>(work ? resultsOf(work) : NO_RESULTS);
  const [note, setNote] = useState(work?.note ?? '');
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Where the last answer has left the focus in nothing, the next thing to do has it.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first] input')?.focus(), []);
  const outcome = plan.outcomeById.get(outcomeId);
  const cannotLog =
    outcome === undefined || quantity === null || quantity <= 0 || isRatioWrong(results);

  async function finish(output: RunOutput): Promise<void> {
    if (isSaving || isReadOnly) return;
    setIsSaving(true);
    await onFinish(output);
    setIsSaving(false);
  }

  async function submit(): Promise<void> {
    if (cannotLog || quantity === null) return;
    const said = { quantity, ...results, note };
    await finish(
      work
        ? { kind: 'completed', work, completion: said }
        : { kind: 'logged', entry: { outcomeId, ...said } },
    );
  }

  return (
    <form
      ref={form}
      aria-label={t('checklists.logTitle')}
      className={css['finish']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={css['meta']}>
        {work
          ? t('checklists.completes', { title: workTitle(work, outcome?.unit ?? t('log.items')) })
          : t('checklists.logs')}
      </p>
      {!work && (
        <Combobox
          label={t('log.form.outcome')}
          value={outcomeId || null}
          options={outcomesOf(plan, run.memberId).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={(id) => setOutcomeId(id ?? '')}
        />
      )}
      <div className={css['finishFields']}>
        <div data-first>
          <NumberField
            label={t('log.form.quantity')}
            value={quantity}
            min={0}
            max={1_000_000}
            suffix={outcome?.unit}
            onChange={setQuantity}
          />
        </div>
        <ResultFields
          outcome={outcome}
          currency={plan.workspace?.currency ?? 'USD'}
          values={results}
          onChange={(change) => setResults({ ...results, ...change })}
        />
      </div>
      <TextField label={t('log.form.note')} value={note} maxLength={4_000} onChange={setNote} />
      <div className={css['finishActs']}>
        <Button
          type="submit"
          variant="primary"
          shortcut="↵"
          isDisabled={cannotLog || isReadOnly}
          isBusy={isSaving}
        >
          {t(work ? 'checklists.finishAndComplete' : 'checklists.finishAndLog')}
        </Button>
        <Button isDisabled={isReadOnly} onClick={() => void finish({ kind: 'none' })}>
          {t('checklists.finish')}
        </Button>
      </div>
    </form>
  );
}

const resultsOf = ({
  errors,
  score,
  partCount,
  wholeCount,
  valueMinor,
  costMinor,
}: Entry): ResultValues => ({ errors, score, partCount, wholeCount, valueMinor, costMinor });
