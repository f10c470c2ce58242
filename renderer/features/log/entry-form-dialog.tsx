import { useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { now } from '../../services/clock.ts';
import type { EntryValues, Saving } from '../../services/deliverables.ts';
import { editEntry, logEntry, requestWork } from '../../services/deliverables.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import type { Worker } from '../../services/worker.ts';
import type { EntryDialog } from '../../state/entry-dialog.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NO_VALUES, formProblems, readFormDraft, writeFormDraft } from './entry-form-values.ts';
import { EntryForm } from './entry-form.tsx';
import css from './entry-form.module.css';

interface EntryFormDialogProps {
  readonly dialog: Extract<EntryDialog, { kind: 'new' | 'edit' }>;
  readonly plan: Plan;
  readonly worker: Worker;
  readonly onClose: () => void;
}

/** The form of a new or known piece of work. What is typed survives closing it. */
export function EntryFormDialog({ dialog, plan, worker, onClose }: EntryFormDialogProps) {
  const entryId = dialog.kind === 'edit' ? dialog.entry.id : '';
  const [initial] = useState(() => initialValues(dialog, plan, worker));
  const [draft] = useState(() => (isPrefilled(dialog) ? null : readFormDraft(entryId)));
  const [values, setValues] = useState(draft ?? initial);
  const [isRestored, setIsRestored] = useState(draft !== null);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const problems = formProblems(values);

  function change(part: Partial<EntryValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    writeFormDraft(entryId, next);
  }

  function startAfresh(): void {
    setValues(initial);
    setIsRestored(false);
    writeFormDraft(entryId, null);
  }

  async function submit(): Promise<void> {
    setWasTried(true);
    if (problems.size > 0 || isSaving) return;
    setIsSaving(true);
    const saved = await saveForm(dialog, worker, values);
    setIsSaving(false);
    const title = workTitle(values, unitOf(plan, values.outcomeId));
    if (saved && !announceSaved(t('log.told.saved', { title }), saved)) return;
    writeFormDraft(entryId, null);
    onClose();
  }

  return (
    <FormDialog
      size="lg"
      title={titleOf(dialog)}
      onClose={onClose}
      submitLabel={saveLabelOf(dialog)}
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      {isRestored && (
        <div className={css['restored']}>
          <Callout
            title={t('log.form.restored')}
            action={
              <Button size="sm" onClick={startAfresh}>
                {t('log.form.discard')}
              </Button>
            }
          />
        </div>
      )}
      <EntryForm
        plan={plan}
        memberId={worker.memberId}
        zone={worker.zone}
        values={values}
        problems={wasTried ? problems : new Set()}
        isCompleted={isCompleted(dialog)}
        onChange={change}
      />
    </FormDialog>
  );
}

type NewOrEdit = EntryFormDialogProps['dialog'];

async function saveForm(
  dialog: NewOrEdit,
  worker: Worker,
  values: EntryValues,
): Promise<Awaited<Saving> | null> {
  if (dialog.kind === 'edit')
    return await editEntry(dialog.entry, isCompleted(dialog) ? values : withoutCompletion(values));
  if (dialog.isRequest) return (await requestWork(worker, withoutCompletion(values))).saved;
  return (await logEntry(worker, values)).saved;
}

/** Open work has no day and no completion yet: the form does not invent them. */
function withoutCompletion(values: EntryValues): Omit<EntryValues, 'day' | 'completedAtMs'> {
  const { day: _day, completedAtMs: _completedAtMs, ...open } = values;
  return open;
}

const isCompleted = (dialog: NewOrEdit): boolean =>
  dialog.kind === 'edit' ? dialog.entry.completedAtMs !== null : !dialog.isRequest;

/** Values handed over are what the person just typed elsewhere: an old draft must not hide them. */
const isPrefilled = (dialog: NewOrEdit): boolean =>
  dialog.kind === 'new' && Object.keys(dialog.values).length > 0;

function initialValues(dialog: NewOrEdit, plan: Plan, worker: Worker): EntryValues {
  if (dialog.kind === 'edit') return pickValues(dialog.entry);
  const atMs = now();
  const [first, second] = outcomesOf(plan, worker.memberId);
  return {
    ...NO_VALUES,
    // Who answers for one outcome only need not choose it.
    outcomeId: first && !second ? first.id : '',
    day: dialog.isRequest ? '' : worker.days.dayAt(atMs),
    completedAtMs: dialog.isRequest ? null : atMs,
    requestedAtMs: dialog.isRequest ? atMs : null,
    ...dialog.values,
  };
}

function pickValues(entry: EntryValues): EntryValues {
  const names = Object.keys(NO_VALUES) as (keyof EntryValues)[];
  return Object.assign({}, NO_VALUES, ...names.map((name) => ({ [name]: entry[name] })));
}

const titleOf = (dialog: NewOrEdit): string =>
  dialog.kind === 'edit'
    ? t('log.form.editTitle')
    : dialog.isRequest
      ? t('log.form.requestTitle')
      : t('log.form.logTitle');

const saveLabelOf = (dialog: NewOrEdit): string =>
  dialog.kind === 'edit'
    ? t('log.form.save')
    : dialog.isRequest
      ? t('log.form.add')
      : t('log.form.log');

const unitOf = (plan: Plan, outcomeId: string): string =>
  plan.outcomeById.get(outcomeId)?.unit ?? t('log.items');
