import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { t } from '../i18n/text.ts';
import type { FieldProps } from './field.tsx';
import { FieldFrame } from './field.tsx';
import field from './field.module.css';
import popup from './popup.module.css';
import css from './select.module.css';

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** What tells it from the others, in a few words. */
  readonly hint?: string | undefined;
}

interface SelectProps<T extends string> extends FieldProps {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly Option<T>[];
  readonly placeholder?: string | undefined;
}

/** One of a few known choices. Typing jumps to a choice. */
export function Select<T extends string>({
  value,
  onChange,
  options,
  placeholder,
  ...frame
}: SelectProps<T>) {
  return (
    <FieldFrame {...frame}>
      {(ids) => (
        <Base.Root<T>
          id={ids.control}
          items={options}
          value={value}
          onValueChange={(next) => next !== null && onChange(next)}
          disabled={frame.isDisabled ?? false}
        >
          <Base.Trigger
            className={`${field['control']} ${css['trigger']}`}
            aria-labelledby={ids.label}
            aria-describedby={ids.described}
            data-invalid={frame.error === undefined ? undefined : ''}
          >
            {/* An empty value can be a choice of its own ("None"): the words come from the options. */}
            <Base.Value className={css['value']}>
              {(held: T | null) =>
                options.find((option) => option.value === held)?.label ??
                placeholder ??
                t('ui.choose')
              }
            </Base.Value>
            <Base.Icon className={css['icon']}>
              <ChevronsUpDown size={14} aria-hidden />
            </Base.Icon>
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner
              className={popup['positioner']}
              sideOffset={4}
              alignItemWithTrigger={false}
            >
              <Base.Popup className={popup['popup']}>
                <Base.List className={popup['list']}>
                  {options.map((option) => (
                    <Base.Item key={option.value} value={option.value} className={popup['item']}>
                      <Base.ItemIndicator className={popup['mark']}>
                        <Check aria-hidden />
                      </Base.ItemIndicator>
                      <Base.ItemText className={popup['text']}>{option.label}</Base.ItemText>
                      {option.hint !== undefined && (
                        <span className={popup['hint']}>{option.hint}</span>
                      )}
                    </Base.Item>
                  ))}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </FieldFrame>
  );
}
