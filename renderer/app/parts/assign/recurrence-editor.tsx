import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { nextOccurrences } from '#shared/deliverables/occurrences';
import type { CatchUpRule, Recurrence, RecurrenceDraft } from '#shared/deliverables/recurrence';
import {
  CATCH_UP_RULES,
  RECURRENCE_TYPE,
  newRecurrence,
  recurrenceDraftOf,
  recurrenceFields,
  recurrenceFrom,
  recurrenceProblems,
} from '#shared/deliverables/recurrence';
import type { Member } from '#shared/plan/member';
import { memberAudience } from '#shared/stream/change';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { now, today } from '../../../services/clock.ts';
import { daysFor } from '../../../services/recurrence-days.ts';
import { addRecurrence, editRecurrence } from '../../../services/recurrences.ts';
import type { AssignStart } from '../../../state/assign-dialog.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import css from './assign.module.css';
import { onlyOutcome, outcomeOptions } from './choices.ts';
import { InFooter } from './footer-slot.tsx';
import { MadeField } from './made-field.tsx';
import { focusFirstError, useFocusOn } from './form-keys.ts';
import { OccurrencePreview } from './occurrence-preview.tsx';
import { RuleFields } from './rule-fields.tsx';
import { ruleText } from './rule-words.ts';
import { DetailFields, TitleField } from './work-fields.tsx';

interface RecurrenceEditorProps {
  readonly plan: Plan;
  readonly member: Member;
  /** Null for a new one. */
  readonly recurrence: Recurrence | null;
  readonly start: AssignStart;
  readonly onDone: () => void;
}

/** Recurring work as a form, with the next times that it would come. */
export function RecurrenceEditor({
  plan,
  member,
  recurrence,
  start,
  onDone,
}: RecurrenceEditorProps) {
  const form = useRef<HTMLDivElement>(null);
  useFocusOn(form, '[role="combobox"]', true);
  const [draft, setDraft] = useState<RecurrenceDraft>(() =>
    startOf(recurrence, member, plan, start),
  );
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const change = (part: Partial<RecurrenceDraft>): void =>
    setDraft((held) => ({ ...held, ...part }));
  const outcome = plan.outcomeById.get(draft.outcomeId);
  const problems = recurrenceProblems(draft, outcome);
  const shown = wasTried ? problems : [];
  const isRun = draft.sopId !== '';
  const previewed = useMemo(
    () => asRecurrence(draft, recurrence, member),
    [draft, recurrence, member],
  );

  async function submit(): Promise<void> {
    // Drawn at once, so that the first field that is wrong can be gone to.
    flushSync(() => setWasTried(true));
    if (isSaving) return;
    if (problems.length > 0) {
      focusFirstError(form.current);
      return;
    }
    // The preview says so: nothing is planned that never comes.
    if (nextOccurrences(previewed, daysFor(previewed, member, plan), now(), 1).length === 0) return;
    setIsSaving(true);
    const saved = recurrence
      ? await editRecurrence(recurrence, draft)
      : await addRecurrence(member.id, draft);
    setIsSaving(false);
    const told = t('assign.told.recurs', { title: draft.title.trim(), name: member.name });
    if (announceSaved(told, saved)) onDone();
  }

  return (
    <>
      <SubmitArea ref={form} className={css['form']} onSubmit={() => void submit()}>
        <p className={css['whose']}>
          {t(start.sopId === undefined ? 'assign.recurring.whose' : 'schedules.runBy', {
            name: member.name,
          })}
        </p>
        <Select
          label={t('assign.form.outcome')}
          placeholder={t('assign.form.chooseOutcome')}
          value={draft.outcomeId || null}
          options={outcomeOptions(plan, member.id)}
          error={outcomeError(shown)}
          onChange={(outcomeId) => change({ outcomeId })}
        />
        <MadeField plan={plan} draft={draft} onChange={change} />
        <TitleField value={draft.title} problems={shown} onChange={change} />
        <RuleFields plan={plan} draft={draft} problems={shown} onChange={change} />
        <div className={css['coming']}>
          <p className={css['sentence']}>{ruleText(draft)}</p>
          <OccurrencePreview plan={plan} member={member} recurrence={previewed} />
        </div>
        {isRun ? (
          <Select<CatchUpRule>
            label={t('schedules.catchUp.label')}
            value={draft.catchUp}
            options={CATCH_UP_RULES.map((value) => ({
              value,
              label: t(`schedules.catchUp.${value}`),
            }))}
            onChange={(catchUp) => change({ catchUp })}
          />
        ) : (
          <DetailFields
            plan={plan}
            values={draft}
            unit={outcome?.unit ?? t('log.items')}
            problems={shown}
            onChange={change}
          />
        )}
        <div className={css['pair']}>
          <Select<RecurrenceDraft['due']>
            label={t(isRun ? 'schedules.begin.label' : 'assign.due.label')}
            value={draft.due}
            options={(['promise', 'minutes'] as const).map((value) => ({
              value,
              label: t(isRun ? `schedules.begin.${value}` : `assign.rule.due.${value}`),
            }))}
            onChange={(due) => change({ due })}
          />
          {draft.due === 'minutes' && (
            <NumberField
              label={t('assign.rule.dueHours')}
              value={draft.dueMinutes === null ? null : draft.dueMinutes / 60}
              min={0}
              suffix={t('assign.rule.hours')}
              error={
                shown.includes('due-not-positive')
                  ? t('assign.problem.due-not-positive')
                  : undefined
              }
              onChange={(hours) => change({ dueMinutes: hours === null ? null : hours * 60 })}
            />
          )}
        </div>
      </SubmitArea>
      <InFooter>
        <Button variant="quiet" onClick={onDone}>
          {t(start.sopId === undefined ? 'assign.recurring.back' : 'ui.cancel')}
        </Button>
        <Button variant="primary" shortcut="Ctrl+↵" isBusy={isSaving} onClick={() => void submit()}>
          {t(recurrence ? 'assign.recurring.save' : 'assign.recurring.create')}
        </Button>
      </InFooter>
    </>
  );
}

function startOf(
  recurrence: Recurrence | null,
  member: Member,
  plan: Plan,
  { sopId = '' }: AssignStart,
): RecurrenceDraft {
  const held = recurrence && recurrenceDraftOf(recurrence);
  if (held) return held;
  const fresh = newRecurrence(today(member.timeZone), member.timeZone);
  const sop = plan.sopById.get(sopId);
  if (sop) return { ...fresh, sopId, title: sop.title, outcomeId: sop.outcomeId };
  return { ...fresh, outcomeId: onlyOutcome(plan, member.id) };
}

/** What the draft would be once it is saved: the preview goes by the same record. */
const asRecurrence = (
  draft: RecurrenceDraft,
  recurrence: Recurrence | null,
  member: Member,
): Recurrence =>
  recurrenceFrom({
    audience: memberAudience(member.id),
    type: RECURRENCE_TYPE,
    id: recurrence?.id ?? '',
    fields: recurrenceFields(draft),
    stamp: '',
  });

function outcomeError(problems: readonly string[]): string | undefined {
  if (problems.includes('outcome-missing')) return t('assign.problem.outcome-missing');
  return problems.includes('outcome-archived') ? t('assign.problem.outcome-archived') : undefined;
}
