import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { declineHandOver, takeHandOver } from '../../../services/hand-overs.ts';
import { workerOf } from '../../../services/worker.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useSopWords } from '../sop-words/sop-words.tsx';
import css from './asked-of-you.module.css';
import { nameOf, sopTitle, stepTitle } from './asked-words.ts';
import { ShownAnswers } from './shown-answers.tsx';
import type { AskedHandOver } from './use-asked.ts';

interface OfferDialogProps extends AskedHandOver {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

/** A run as a colleague leaves it: their words, where it stands, what is answered; then take it, or say why not. */
export function OfferDialog({ plan, member, handOver, version, onClose }: OfferDialogProps) {
  const words = useSopWords();
  const [reason, setReason] = useState('');
  const [wasDeclined, setWasDeclined] = useState(false);
  const [saving, setSaving] = useState<'take' | 'decline' | null>(null);
  const name = nameOf(plan, handOver.fromId);
  const sop = sopTitle(plan, version, handOver.sopId);
  const isMissing = wasDeclined && reason.trim() === '';

  async function take(): Promise<void> {
    if (saving !== null || !version) return;
    setSaving('take');
    const taken = await takeHandOver(workerOf(plan, member), handOver);
    setSaving(null);
    onClose();
    if (taken.ok) go('run', { runId: taken.value.runId });
    else announceFailure(taken.error);
  }

  async function decline(): Promise<void> {
    setWasDeclined(true);
    if (saving !== null || reason.trim() === '') return;
    setSaving('decline');
    const declined = await declineHandOver(handOver, reason);
    setSaving(null);
    if (declined.ok) showToast({ title: t('teamwork.told.declined', { name }) });
    else announceFailure(declined.error);
    // What could not be saved can be tried again; what is no longer asked cannot.
    if (declined.ok || declined.error.code === 'answered-already') onClose();
  }

  return (
    <Dialog
      isOpen
      title={t('teamwork.take.title', { sop })}
      description={t('teamwork.take.text', {
        name,
        time: formatWeekdayTime(handOver.atMs, member.timeZone),
        step: stepTitle(version, handOver.atStepId, words),
      })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button isBusy={saving === 'decline'} onClick={() => void decline()}>
            {t('teamwork.take.decline')}
          </Button>
          <Button
            variant="primary"
            shortcut="Ctrl+↵"
            isBusy={saving === 'take'}
            isDisabled={!version}
            onClick={() => void take()}
          >
            {t('teamwork.take.take')}
          </Button>
        </>
      }
    >
      <SubmitArea className={css['stack']} onSubmit={() => void take()}>
        {handOver.note !== '' && <p className={css['note']}>{handOver.note}</p>}
        {version ? (
          <ShownAnswers
            plan={plan}
            version={version}
            answers={handOver.answers}
            ofId={handOver.fromId}
            zone={member.timeZone}
          />
        ) : (
          <p className={css['meta']}>{t('teamwork.take.noVersion')}</p>
        )}
        {handOver.deliverableId !== '' && (
          <p className={css['meta']}>
            {t('teamwork.take.work', {
              title: handOver.deliverableTitle || t('teamwork.untitledWork'),
              name,
            })}
          </p>
        )}
        <TextField
          label={t('teamwork.take.reason')}
          description={t('teamwork.take.reasonHint', { name })}
          value={reason}
          maxLength={1_000}
          error={isMissing ? t('teamwork.take.reasonMissing') : undefined}
          onChange={setReason}
        />
      </SubmitArea>
    </Dialog>
  );
}
