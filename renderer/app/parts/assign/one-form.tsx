import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AssignmentDraft } from '#shared/deliverables/assignment';
import {
  EMPTY_ASSIGNMENT,
  assignmentProblems,
  assignmentWarnings,
} from '#shared/deliverables/assignment';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceAssigned } from '../../../services/announce-assigned.ts';
import { assignWork } from '../../../services/assign.ts';
import { now } from '../../../services/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Select } from '../../../ui/select.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import css from './assign.module.css';
import { onlyOutcome, outcomeOptions } from './choices.ts';
import type { DueBy } from './due-fields.tsx';
import { DueFields } from './due-fields.tsx';
import { InFooter } from './footer-slot.tsx';
import { MemberField } from './member-field.tsx';
import { NeedsPicker } from './needs-picker.tsx';
import { focusFirstError } from './form-keys.ts';
import { DetailFields, TitleField } from './work-fields.tsx';

interface OneFormProps {
  readonly plan: Plan;
  readonly memberId: string;
  readonly outcomeId: string;
  readonly onMember: (memberId: string) => void;
  readonly onClose: () => void;
}

/** One piece of work: who first, then only what they answer for. */
export function OneForm({ plan, memberId, outcomeId, onMember, onClose }: OneFormProps) {
  const form = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<AssignmentDraft>(() => ({
    ...EMPTY_ASSIGNMENT,
    outcomeId: outcomeId || onlyOutcome(plan, memberId),
  }));
  const [dueBy, setDueBy] = useState<DueBy>('promise');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const change = (part: Partial<AssignmentDraft>): void =>
    setDraft((held) => ({ ...held, ...part }));
  const member = plan.memberById.get(memberId);
  const outcome = plan.outcomeById.get(draft.outcomeId);
  const meant = dueBy === 'promise' ? { ...draft, dueAtMs: null } : draft;
  const problems = problemsOf(meant);
  const shown = wasTried ? problems : [];
  const warnings = member ? assignmentWarnings(meant, memberId, outcome, now()) : [];

  function problemsOf(said: AssignmentDraft) {
    const found = assignmentProblems(said, outcome, now());
    return dueBy === 'time' && said.dueAtMs === null ? [...found, 'due-missing' as const] : found;
  }

  function giveTo(nextId: string): void {
    onMember(nextId);
    const isTheirs = outcome?.memberIds.includes(nextId) ?? false;
    if (!isTheirs) change({ outcomeId: onlyOutcome(plan, nextId) });
  }

  async function submit(isAnother: boolean): Promise<void> {
    // Drawn at once, so that the first field that is wrong can be gone to.
    flushSync(() => setWasTried(true));
    if (isSaving) return;
    if (!member || problems.length > 0) {
      focusFirstError(form.current);
      return;
    }
    setIsSaving(true);
    const assigned = await assignWork({ memberId }, [meant]);
    setIsSaving(false);
    const told = t('assign.told.given', { title: meant.title.trim(), name: member.name });
    if (!announceAssigned(told, assigned)) return;
    if (!isAnother) {
      onClose();
      return;
    }
    setWasTried(false);
    change({ title: '', reference: '', note: '', quantity: 1, needs: [] });
    title.current?.focus();
  }

  return (
    <>
      <SubmitArea
        ref={form}
        className={css['form']}
        onSubmit={({ shiftKey }) => void submit(shiftKey)}
      >
        <MemberField
          plan={plan}
          value={memberId}
          error={wasTried && !member ? t('assign.problem.member-missing') : undefined}
          onChange={giveTo}
        />
        <Select
          label={t('assign.form.outcome')}
          placeholder={t('assign.form.chooseOutcome')}
          value={draft.outcomeId || null}
          options={outcomeOptions(plan, memberId)}
          error={outcomeError(shown)}
          onChange={(id) => change({ outcomeId: id })}
        />
        <div className={css['wide']}>
          <TitleField ref={title} value={draft.title} problems={shown} onChange={change} />
        </div>
        <DetailFields
          plan={plan}
          values={draft}
          unit={outcome?.unit ?? t('log.items')}
          problems={shown}
          onChange={change}
        />
        <DueFields
          plan={plan}
          member={member}
          outcome={outcome}
          draft={draft}
          dueBy={dueBy}
          problems={shown}
          onDueBy={setDueBy}
          onChange={change}
        />
        <div className={css['wide']}>
          <NeedsPicker
            plan={plan}
            needs={draft.needs}
            of={{ id: '', client: draft.client, outcomeId: draft.outcomeId }}
            onChange={(needs) => change({ needs })}
          />
        </div>
        {warnings.map((warning) => (
          <div key={warning} className={css['wide']}>
            <Callout
              tone="warn"
              title={t(`assign.warning.${warning}`, {
                name: member?.name ?? '',
                outcome: outcome?.name ?? '',
              })}
            />
          </div>
        ))}
      </SubmitArea>
      <InFooter>
        <Button variant="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button shortcut="Ctrl+Shift+↵" isBusy={isSaving} onClick={() => void submit(true)}>
          {t('assign.form.giveAnother')}
        </Button>
        <Button
          variant="primary"
          shortcut="Ctrl+↵"
          isBusy={isSaving}
          onClick={() => void submit(false)}
        >
          {t('assign.form.give')}
        </Button>
      </InFooter>
    </>
  );
}

function outcomeError(problems: readonly string[]): string | undefined {
  if (problems.includes('outcome-missing')) return t('assign.problem.outcome-missing');
  return problems.includes('outcome-archived') ? t('assign.problem.outcome-archived') : undefined;
}
