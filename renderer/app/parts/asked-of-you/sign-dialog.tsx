import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Signature } from '#shared/sops/sign-off';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { answerSignOff } from '../../../services/sign-offs.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { StepText } from '../evidence/step-text.tsx';
import { useSopWords } from '../sop-words/sop-words.tsx';
import { TranslationMark } from '../sop-words/translation-mark.tsx';
import css from './asked-of-you.module.css';
import { nameOf, sopTitle, stepTitle } from './asked-words.ts';
import { ShownAnswers } from './shown-answers.tsx';
import type { AskedSignOff } from './use-asked.ts';

interface SignDialogProps extends AskedSignOff {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

/** What is to be confirmed, as whoever asks shows it; then a signature, or why not. */
export function SignDialog({ plan, member, signOff, version, onClose }: SignDialogProps) {
  const words = useSopWords();
  const [note, setNote] = useState('');
  const [wasRefused, setWasRefused] = useState(false);
  const [saving, setSaving] = useState<Signature['verdict'] | null>(null);
  const step = version?.steps.find(({ id }) => id === signOff.stepId);
  const name = nameOf(plan, signOff.memberId);
  const isMissing = wasRefused && note.trim() === '';

  async function answer(verdict: Signature['verdict']): Promise<void> {
    setWasRefused(verdict === 'refused');
    if (saving !== null || !step || (verdict === 'refused' && note.trim() === '')) return;
    setSaving(verdict);
    const saved = await answerSignOff(signOff, { verdict, note });
    setSaving(null);
    if (saved.ok) showToast({ title: t(`teamwork.told.${verdict}`, { name }) });
    else announceFailure(saved.error);
    // What could not be saved can be tried again; what is no longer asked cannot.
    if (saved.ok || saved.error.code === 'answered-already') onClose();
  }

  return (
    <Dialog
      isOpen
      title={t('teamwork.sign.title', { step: stepTitle(version, signOff.stepId, words) })}
      description={t('teamwork.sign.text', {
        name,
        sop: sopTitle(plan, version, signOff.sopId),
        time: formatWeekdayTime(signOff.askedAtMs, member.timeZone),
      })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button isBusy={saving === 'refused'} onClick={() => void answer('refused')}>
            {t('teamwork.sign.refuse')}
          </Button>
          <Button
            variant="primary"
            shortcut="Ctrl+↵"
            isBusy={saving === 'signed'}
            isDisabled={!step}
            onClick={() => void answer('signed')}
          >
            {t('teamwork.sign.sign')}
          </Button>
        </>
      }
    >
      <SubmitArea className={css['stack']} onSubmit={() => void answer('signed')}>
        {signOff.note !== '' && <p className={css['note']}>{signOff.note}</p>}
        {!step && <p className={css['meta']}>{t('teamwork.take.noVersion')}</p>}
        {step && step.how !== '' && (
          <div>
            <p className={css['label']}>
              {t('teamwork.sign.how')} {version && <TranslationMark readable={version} />}
            </p>
            <div className={css['how']}>
              <StepText text={words.step(step).how} />
            </div>
          </div>
        )}
        <ShownAnswers
          plan={plan}
          version={version}
          answers={signOff.answers}
          ofId={signOff.memberId}
          zone={member.timeZone}
        />
        <TextField
          label={t('teamwork.sign.note')}
          description={t('teamwork.sign.noteHint')}
          value={note}
          maxLength={1_000}
          multiline
          rows={2}
          error={isMissing ? t('teamwork.sign.noteMissing') : undefined}
          onChange={setNote}
        />
      </SubmitArea>
    </Dialog>
  );
}
