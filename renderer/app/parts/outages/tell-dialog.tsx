import { useState } from 'react';
import type { OutageKind } from '#shared/outages/outage';
import { LONGEST_OUTAGE_MS, OUTAGE_KINDS } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import type { OutageWords } from '../../../services/outages.ts';
import { tellOutage } from '../../../services/outages.ts';
import { useNow } from '../../../state/use-now.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { DayTimeField } from '../assign/day-time-field.tsx';
import { OutageFields } from './outage-fields.tsx';
import css from './outages.module.css';

interface TellDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** An outage that the program could not see, in the member's own time. */
export function TellDialog({ member, onClose }: TellDialogProps) {
  const nowMs = useNow();
  const [kind, setKind] = useState<OutageKind>('power');
  const [fromMs, setFromMs] = useState<number | null>(nowMs - 3_600_000);
  const [toMs, setToMs] = useState<number | null>(nowMs);
  const [words, setWords] = useState<OutageWords>({ reason: null, note: '' });
  const [isChecked, setIsChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const fromError = fromMs === null ? t('outages.form.noFrom') : undefined;
  const toError = problemOfEnd(fromMs, toMs, nowMs);

  async function submit(): Promise<void> {
    setIsChecked(true);
    if (fromMs === null || toMs === null || toError !== undefined) return;
    setIsSaving(true);
    const saved = await tellOutage({ kind, fromMs, toMs, ...words });
    setIsSaving(false);
    if (announceSaved(t('outages.told.told'), saved)) onClose();
  }

  return (
    <FormDialog
      size="sm"
      title={t('outages.form.tellTitle')}
      description={t('outages.form.tellText')}
      submitLabel={t('outages.form.tell')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['form']}
    >
      <Segmented
        label={t('outages.form.kind')}
        value={kind}
        onChange={setKind}
        options={OUTAGE_KINDS.map((value) => ({ value, label: t(`outages.kind.${value}`) }))}
      />
      <fieldset className={css['times']}>
        <legend className={css['legend']}>{t('outages.form.from')}</legend>
        <DayTimeField
          valueMs={fromMs}
          zone={member.timeZone}
          timeOtherwise="09:00"
          error={isChecked ? fromError : undefined}
          onChange={setFromMs}
        />
      </fieldset>
      <fieldset className={css['times']}>
        <legend className={css['legend']}>{t('outages.form.to')}</legend>
        <DayTimeField
          valueMs={toMs}
          zone={member.timeZone}
          timeOtherwise="17:00"
          error={isChecked ? toError : undefined}
          onChange={setToMs}
        />
      </fieldset>
      <OutageFields words={words} onChange={setWords} />
    </FormDialog>
  );
}

function problemOfEnd(
  fromMs: number | null,
  toMs: number | null,
  nowMs: number,
): string | undefined {
  if (toMs === null) return t('outages.form.noTo');
  if (toMs > nowMs) return t('outages.form.future');
  if (fromMs === null) return undefined;
  if (toMs <= fromMs) return t('outages.form.order');
  return toMs - fromMs > LONGEST_OUTAGE_MS ? t('outages.form.tooLong') : undefined;
}
