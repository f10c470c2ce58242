import { useState } from 'react';
import type { Outage, OutageVerdict } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import type { OutageWords } from '../../../services/outages.ts';
import { explainOutage } from '../../../services/outages.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { OutageFields } from './outage-fields.tsx';
import { seenText, spanText } from './outage-words.ts';
import css from './outages.module.css';

interface ExplainDialogProps {
  readonly outage: Outage;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Whether it was an outage, why, and what there is to say of it. Its times stand as they were seen. */
export function ExplainDialog({ outage, member, onClose }: ExplainDialogProps) {
  const [verdict, setVerdict] = useState<OutageVerdict>(outage.verdict ?? 'outage');
  const [words, setWords] = useState<OutageWords>({ reason: outage.reason, note: outage.note });
  const [isSaving, setIsSaving] = useState(false);

  async function submit(): Promise<void> {
    setIsSaving(true);
    const saved = await explainOutage(outage, verdict, words);
    setIsSaving(false);
    if (announceSaved(t('outages.told.explained'), saved)) onClose();
  }

  return (
    <FormDialog
      size="sm"
      title={t('outages.form.explainTitle')}
      description={`${spanText(outage, member.timeZone)} · ${seenText(outage)}`}
      submitLabel={t('outages.form.save')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['form']}
    >
      <Segmented
        label={t('outages.form.verdict')}
        value={verdict}
        onChange={setVerdict}
        options={(['outage', 'none'] as const).map((value) => ({
          value,
          label: t(`outages.form.${value}`),
        }))}
      />
      <OutageFields words={words} onChange={setWords} />
    </FormDialog>
  );
}
