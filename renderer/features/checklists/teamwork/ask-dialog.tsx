import { useState } from 'react';
import type { Answers } from '#shared/sops/answer';
import { isAnswered } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { askSignOff } from '../../../services/sign-offs.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { colleagueOptions } from './colleagues.ts';
import css from './teamwork.module.css';
import type { SignedStep } from './use-signed-step.ts';

interface AskDialogProps extends SignedStep {
  readonly plan: Plan;
  readonly run: Run;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Whom to ask for a signature, with what words, and what they are to see. */
export function AskDialog({ plan, run, step, steps, answers, signOff, onClose }: AskDialogProps) {
  const [askedOfId, setAskedOfId] = useState(signOff?.askedOfId ?? '');
  const [note, setNote] = useState(signOff?.note ?? '');
  const [isShown, setIsShown] = useState(true);
  const [isSaving, setIsSaving] = useState(false);
  const shown = answersBefore(steps, step, answers);

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const asked = await askSignOff(run, step.id, {
      askedOfId,
      note,
      shown: isShown ? shown : new Map(),
    });
    setIsSaving(false);
    if (asked.ok) onClose();
    else announceFailure(asked.error);
  }

  return (
    <FormDialog
      size="sm"
      title={t('teamwork.ask.title')}
      description={t('teamwork.ask.text')}
      submitLabel={t('teamwork.ask.ask')}
      isSaving={isSaving}
      onClose={onClose}
      onSubmit={() => void submit()}
      className={css['form']}
    >
      <Select
        label={t('teamwork.ask.who')}
        value={askedOfId}
        options={[
          { value: '', label: t('teamwork.anyColleague') },
          ...colleagueOptions(plan, run.memberId),
        ]}
        onChange={setAskedOfId}
      />
      <TextField
        label={t('teamwork.ask.note')}
        description={t('teamwork.ask.noteHint')}
        value={note}
        maxLength={1_000}
        multiline
        rows={2}
        onChange={setNote}
      />
      {shown.size > 0 && (
        <Checkbox
          label={t('teamwork.ask.show', { count: shown.size })}
          checked={isShown}
          onChange={setIsShown}
        />
      )}
    </FormDialog>
  );
}

/** What was answered at the steps before this one: what it is to confirm. */
function answersBefore(steps: readonly Step[], step: Step, answers: Answers): Answers {
  const place = steps.findIndex(({ id }) => id === step.id);
  return new Map(
    steps.slice(0, Math.max(0, place)).flatMap(({ id }) => {
      const answer = answers.get(id);
      return answer && (answer.isSkipped || isAnswered(answer)) ? [[id, answer] as const] : [];
    }),
  );
}
