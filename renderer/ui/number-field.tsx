import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { t } from '../i18n/text.ts';
import type { FieldProps } from './field.tsx';
import { FieldFrame } from './field.tsx';
import field from './field.module.css';
import css from './number-field.module.css';

interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** The unit, after the figure: `listings`, `%`. */
  readonly suffix?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A figure, typed or stepped (arrows; with Shift by ten). Outside min and max it is clamped when left. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  suffix,
  placeholder,
  ...frame
}: NumberFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(ids) => (
        <Base.Root
          id={ids.control}
          value={value}
          onValueChange={(next) => onChange(next)}
          min={min}
          max={max}
          step={step}
          locale="en-GB"
          disabled={frame.isDisabled}
        >
          <Base.Group
            className={`${field['control']} ${css['group']}`}
            data-invalid={frame.error === undefined ? undefined : ''}
          >
            <Base.Input
              className={css['input']}
              placeholder={placeholder}
              aria-describedby={ids.described}
              aria-invalid={frame.error === undefined ? undefined : true}
            />
            {suffix !== undefined && <span className={css['suffix']}>{suffix}</span>}
            <Base.Decrement className={css['step']} aria-label={t('ui.less')}>
              <Minus size={13} aria-hidden />
            </Base.Decrement>
            <Base.Increment className={css['step']} aria-label={t('ui.more')}>
              <Plus size={13} aria-hidden />
            </Base.Increment>
          </Base.Group>
        </Base.Root>
      )}
    </FieldFrame>
  );
}
