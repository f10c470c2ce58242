import { useState } from 'react';
import { addDays } from '#shared/day';
import type { SopHead } from '#shared/sops/draft-patch';
import { t } from '../../i18n/text.ts';
import { today } from '../../services/clock.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const USUAL = { monthly: 30, quarterly: 91, halfYearly: 182, yearly: 365 } as const;
const CHOICES = ['never', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'own'] as const;
type Choice = (typeof CHOICES)[number];

interface ReviewFieldsProps {
  readonly head: Pick<SopHead, 'reviewOn' | 'reviewEveryDays'>;
  readonly onChange: (change: Partial<SopHead>) => void;
}

/** How often somebody looks whether it is still right, and when next. */
export function ReviewFields({ head: { reviewOn, reviewEveryDays }, onChange }: ReviewFieldsProps) {
  const [isOwn, setIsOwn] = useState(false);
  const choice = isOwn ? 'own' : choiceOf(reviewEveryDays);
  const every = (days: number | null) =>
    onChange({
      reviewEveryDays: days,
      // Who says how often means from now on; a day that was set by hand stays.
      ...(days !== null && reviewOn === '' && { reviewOn: addDays(today('UTC'), days) }),
    });
  const choose = (next: Choice) => {
    setIsOwn(next === 'own');
    if (next === 'never') every(null);
    else if (next === 'own') every(reviewEveryDays ?? USUAL.quarterly);
    else every(USUAL[next]);
  };
  return (
    <>
      <Select
        label={t('sops.editor.reviewEvery')}
        value={choice}
        onChange={choose}
        options={CHOICES.map((value) => ({ value, label: t(`sops.editor.reviewed.${value}`) }))}
      />
      {choice === 'own' && (
        <NumberField
          label={t('sops.editor.reviewDays')}
          suffix={t('sops.editor.daysSuffix')}
          min={1}
          max={1_825}
          value={reviewEveryDays}
          onChange={(days) => every(days)}
        />
      )}
      <TextField
        type="date"
        label={t('sops.editor.reviewOn')}
        value={reviewOn}
        onChange={(day) => onChange({ reviewOn: day })}
      />
    </>
  );
}

function choiceOf(days: number | null): Choice {
  if (days === null) return 'never';
  return (
    CHOICES.find((each) => each !== 'never' && each !== 'own' && USUAL[each] === days) ?? 'own'
  );
}
