import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ROLE_FAMILIES } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import { draftOf, EMPTY_OUTCOME, outcomeProblems } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { today } from '../../services/clock.ts';
import { addOutcome, editOutcome } from '../../services/plan.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './outcome-dialog.module.css';
import { MeasureFields } from './measure-fields.tsx';
import { PeopleFields } from './people-fields.tsx';
import { StatementField } from './statement-field.tsx';
import { draftFromTemplate, TEMPLATE_IDS } from './templates.ts';
import type { TemplateId } from './templates.ts';
import { problemWords } from './problem-words.ts';

interface OutcomeDialogProps {
  readonly plan: Plan;
  /** Null for a new one. */
  readonly outcome: Outcome | null;
  readonly onClose: () => void;
}

/** An outcome as a form that steers to a result. What is wrong is said at its field, once it was tried. */
export function OutcomeDialog({ plan, outcome, onClose }: OutcomeDialogProps) {
  const { memberId } = useSession();
  const [draft, setDraft] = useState<OutcomeDraft>(outcome ? draftOf(outcome) : EMPTY_OUTCOME);
  const first = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const change = (part: Partial<OutcomeDraft>) => setDraft((held) => ({ ...held, ...part }));
  const otherNames = plan.outcomes
    .filter((other) => other.id !== outcome?.id && !other.isArchived)
    .map((other) => other.name);
  const problems = wasTried ? outcomeProblems(draft, otherNames) : {};

  const save = async () => {
    // Drawn at once, so that the first field that is wrong can be gone to.
    flushSync(() => setWasTried(true));
    if (Object.keys(outcomeProblems(draft, otherNames)).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setIsSaving(true);
    const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
    const saved = outcome
      ? await editOutcome(outcome, draft, plan.clients)
      : await addOutcome(draft, today(zone), plan.clients);
    setIsSaving(false);
    if (announceSaved(t('outcomes.saved', { name: draft.name.trim() }), saved)) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      initialFocus={first}
      title={outcome ? t('outcomes.editor.edit') : t('outcomes.editor.add')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void save()}>
            {outcome ? t('outcomes.editor.save') : t('outcomes.editor.create')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className={css['part']}>
          <legend className={css['legend']}>{t('outcomes.editor.result')}</legend>
          {!outcome && <Templates onPick={(id) => setDraft(draftFromTemplate(id, draft))} />}
          <StatementField
            ref={first}
            value={draft.statement}
            error={problemWords(problems.statement)}
            onChange={(statement) => change({ statement })}
          />
          <div className={css['two']}>
            <TextField
              label={t('outcomes.editor.name')}
              description={t('outcomes.editor.nameHint')}
              placeholder={t('outcomes.editor.namePlaceholder')}
              value={draft.name}
              error={problemWords(problems.name)}
              onChange={(name) => change({ name })}
              maxLength={60}
            />
            <TextField
              label={t('outcomes.editor.unit')}
              placeholder={t('outcomes.editor.unitPlaceholder')}
              value={draft.unit}
              error={problemWords(problems.unit)}
              onChange={(unit) => change({ unit })}
              maxLength={40}
            />
          </div>
          <TextField
            label={t('outcomes.editor.why')}
            placeholder={t('outcomes.editor.whyPlaceholder')}
            value={draft.why}
            onChange={(why) => change({ why })}
            maxLength={300}
          />
          <div className={css['two']}>
            <Select
              label={t('outcomes.editor.family')}
              value={draft.family}
              onChange={(family) => change({ family })}
              options={ROLE_FAMILIES.map((value) => ({
                value,
                label: t(`outcomes.family.${value}`),
              }))}
            />
            <Combobox
              label={t('outcomes.editor.client')}
              placeholder={t('outcomes.editor.clientPlaceholder')}
              value={draft.client || null}
              onChange={(client) => change({ client: client ?? '' })}
              options={clientsOf(plan).map((name) => ({ value: name, label: name }))}
              allowNew
            />
          </div>
        </fieldset>
        <MeasureFields draft={draft} problems={problems} plan={plan} onChange={change} />
        <PeopleFields draft={draft} problems={problems} plan={plan} onChange={change} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

function Templates({ onPick }: { readonly onPick: (id: TemplateId) => void }) {
  return (
    <div className={css['templates']}>
      <p className={css['templatesHint']}>{t('outcomes.editor.templateHint')}</p>
      <div className={css['templateList']}>
        {TEMPLATE_IDS.map((id) => (
          <Button key={id} size="sm" onClick={() => onPick(id)}>
            {t(`outcomes.template.${id}.label`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Clients that the plan or any outcome names. */
const clientsOf = (plan: Plan): readonly string[] =>
  [
    ...new Set([
      ...plan.clients.map((client) => client.name),
      ...plan.outcomes.map((outcome) => outcome.client),
    ]),
  ]
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b));
