import { useState } from 'react';
import type { Entry } from '../../../data/entry.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceAssigned } from '../../../services/announce-assigned.ts';
import { isMovable, reassignWork } from '../../../services/assign.ts';
import { closeAssignDialog } from '../../../state/assign-dialog.ts';
import { Callout } from '../../../ui/callout.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { MemberField } from './member-field.tsx';
import css from './assign.module.css';

interface ReassignDialogProps {
  readonly plan: Plan;
  readonly entries: readonly Entry[];
}

/** Gives open work to another member, with all that was said and done about it. */
export function ReassignDialog({ plan, entries }: ReassignDialogProps) {
  const [toId, setToId] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [first] = entries;
  const member = plan.memberById.get(toId);
  const staying = toId === '' ? 0 : entries.filter((entry) => !isMovable(entry, toId)).length;
  const strange = member
    ? [...new Set(entries.map(({ outcomeId }) => outcomeId))].flatMap((id) => {
        const outcome = plan.outcomeById.get(id);
        return outcome && !outcome.memberIds.includes(member.id) ? [outcome.name] : [];
      })
    : [];

  const only = entries.length === 1 && first ? workTitle(first, unitOf(plan, first)) : null;

  async function submit(): Promise<void> {
    setWasTried(true);
    if (!member || isSaving) return;
    setIsSaving(true);
    const moved = await reassignWork(entries, member.id);
    setIsSaving(false);
    const count = moved.ok ? moved.value.ids.length : 0;
    const told =
      only === null
        ? t('assign.told.moved', { count, name: member.name })
        : t('assign.told.movedOne', { title: only, name: member.name });
    if (announceAssigned(told, moved)) closeAssignDialog();
  }

  return (
    <FormDialog
      size="sm"
      title={
        only === null
          ? t('assign.reassign.titleMany', { count: entries.length })
          : t('assign.reassign.title', { title: only })
      }
      description={t('assign.reassign.text')}
      onClose={closeAssignDialog}
      submitLabel={t('assign.reassign.confirm')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      className={css['stack']}
    >
      <MemberField
        plan={plan}
        label={t('assign.reassign.to')}
        value={toId}
        error={wasTried && !member ? t('assign.problem.member-missing') : undefined}
        onChange={setToId}
      />
      {staying > 0 && <Callout title={t('assign.reassign.stays', { count: staying })} />}
      {member && strange.length > 0 && (
        <Callout
          tone="warn"
          title={t('assign.warning.member-not-on-outcome', {
            name: member.name,
            outcome: strange.join(', '),
          })}
        />
      )}
    </FormDialog>
  );
}

const unitOf = (plan: Plan, { outcomeId }: Entry): string =>
  plan.outcomeById.get(outcomeId)?.unit ?? '';
