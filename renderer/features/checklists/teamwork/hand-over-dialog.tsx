import { useState } from 'react';
import { isOpen, openBlock } from '#shared/deliverables/deliverable';
import type { Run } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { readEntry } from '../../../data/deliverables.ts';
import type { Entry } from '../../../data/entry.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceAssigned } from '../../../services/announce-assigned.ts';
import { announceFailure } from '../../../services/announce.ts';
import { reassignWork } from '../../../services/assign.ts';
import { blockWork } from '../../../services/deliverables.ts';
import { handOver } from '../../../services/hand-overs.ts';
import { openChildren } from '../../../services/nested-runs.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { colleagueOptions } from './colleagues.ts';
import css from './teamwork.module.css';

interface HandOverDialogProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly onClose: () => void;
}

/** To whom a run goes in the middle, with what words, and what becomes of its piece of work. */
export function HandOverDialog({ plan, run, onClose }: HandOverDialogProps) {
  const seat = useSession((session) => session.seat);
  const read = useLive(() => workAndParts(run), [run.memberId, run.deliverableId, run.id]);
  const [toId, setToId] = useState('');
  const [note, setNote] = useState('');
  const [isWorkMoved, setIsWorkMoved] = useState(true);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const work = read?.work ?? null;
  const name = plan.memberById.get(toId)?.name ?? '';
  const title = work ? titleOf(plan, work) : '';
  const isPart = run.parentRunId !== '';
  const isKept = isPart || (read?.parts ?? 0) > 0;

  async function submit(): Promise<void> {
    setWasTried(true);
    if (toId === '' || isSaving || !read) return;
    setIsSaving(true);
    const handed = await handOver(run, { toId, note, deliverableTitle: title });
    if (handed.ok) {
      showToast({ title: t('teamwork.told.handed', { name }) });
      if (work && isWorkMoved) await moveOrAsk(work);
      onClose();
    } else announceFailure(handed.error);
    setIsSaving(false);
  }

  /** A manager moves the work; an assistant, who cannot write in a colleague's log, asks for it. */
  async function moveOrAsk(entry: Entry): Promise<void> {
    if (seat === 'manager') {
      const moved = await reassignWork([entry], toId);
      announceAssigned(t('assign.told.movedOne', { title, name }), moved);
      return;
    }
    const reason = t('teamwork.handOver.moveReason', { name });
    const asked = await blockWork(entry, { on: 'manager', reason });
    if (!asked.ok) announceFailure(asked.error);
  }

  if (isKept) return <Kept isPart={isPart} onClose={onClose} />;
  return (
    <FormDialog
      size="sm"
      title={t('teamwork.handOver.title')}
      description={t('teamwork.handOver.text')}
      submitLabel={t('teamwork.handOver.act')}
      isSaving={isSaving}
      onClose={onClose}
      onSubmit={() => void submit()}
      className={css['form']}
    >
      <Select
        label={t('teamwork.handOver.to')}
        placeholder={t('teamwork.handOver.choose')}
        value={toId || null}
        options={colleagueOptions(plan, run.memberId)}
        error={wasTried && toId === '' ? t('teamwork.handOver.toMissing') : undefined}
        onChange={setToId}
      />
      <TextField
        label={t('teamwork.handOver.note')}
        description={t('teamwork.handOver.noteHint')}
        value={note}
        maxLength={1_000}
        multiline
        rows={3}
        onChange={setNote}
      />
      {work && (
        <Checkbox
          label={t(seat === 'manager' ? 'teamwork.handOver.move' : 'teamwork.handOver.askToMove', {
            title,
          })}
          description={seat === 'manager' ? undefined : t('teamwork.handOver.askToMoveHint')}
          checked={isWorkMoved}
          onChange={setIsWorkMoved}
        />
      )}
    </FormDialog>
  );
}

interface KeptProps {
  readonly isPart: boolean;
  readonly onClose: () => void;
}

/** Why a run stays where it is: two people would hold one piece of work. */
function Kept({ isPart, onClose }: KeptProps) {
  return (
    <Dialog
      isOpen
      size="sm"
      title={t(isPart ? 'teamwork.handOver.isPart' : 'teamwork.handOver.hasParts')}
      description={t(isPart ? 'teamwork.handOver.isPartText' : 'teamwork.handOver.hasPartsText')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('ui.close')}</Button>}
    />
  );
}

const titleOf = (plan: Plan, work: Entry): string =>
  workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? '');

/** The open piece of work that waits for nobody yet, and how many runs of its steps go on. */
async function workAndParts(
  run: Run,
): Promise<{ readonly work: Entry | null; readonly parts: number }> {
  const { memberId, deliverableId } = run;
  const held =
    deliverableId === '' ? undefined : await readEntry(memberAudience(memberId), deliverableId);
  const parts = await openChildren(run);
  const isMovable = held !== undefined && isOpen(held) && !openBlock(held);
  return { work: isMovable ? held : null, parts: parts.length };
}
