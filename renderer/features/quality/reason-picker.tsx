import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import type { ReturnReason } from '#shared/quality/return-reason';
import { t } from '../../i18n/text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './quality.module.css';
import reviewCss from './review.module.css';

interface ReasonPickerProps {
  readonly reasons: readonly ReturnReason[];
  /** Empty for what is not on the list; null while nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (reasonId: string) => void;
}

/** So many have a key of their own. */
const DIGITS = 9;

/** One of the team's reasons, chosen by its digit, by arrows or by a press. */
export function ReasonPicker({ reasons, value, onChange }: ReasonPickerProps) {
  const name = useId();
  const choices = [...reasons, { id: '', name: t('quality.returning.other') }];
  const chooseByDigit = (event: KeyboardEvent) => {
    const chosen = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
    if (!chosen) return;
    event.preventDefault();
    onChange(chosen.id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the choices inside
    <fieldset className={reviewCss['reasons']} onKeyDown={chooseByDigit}>
      <legend className={reviewCss['legend']}>{t('quality.returning.reason')}</legend>
      {choices.map((reason, at) => (
        <label key={reason.id} className={reviewCss['reason']}>
          <input
            type="radio"
            name={name}
            checked={value === reason.id}
            onChange={() => onChange(reason.id)}
          />
          <span className={css['reasonName']}>{reason.name}</span>
          {reason.id !== '' && at < DIGITS && <Kbd>{at + 1}</Kbd>}
        </label>
      ))}
    </fieldset>
  );
}
