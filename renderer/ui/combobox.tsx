import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { t } from '../i18n/text.ts';
import css from './combobox.module.css';
import type { FieldProps } from './field.tsx';
import { FieldFrame } from './field.tsx';
import field from './field.module.css';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

interface ComboboxProps extends FieldProps {
  readonly value: string | null;
  /** The option's value, or the typed text itself where `allowNew` let a new one in; null when cleared. */
  readonly onChange: (value: string | null) => void;
  readonly options: readonly Option[];
  readonly allowNew?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** One of many choices, found by typing; with `allowNew` also what is not among them yet. */
export function Combobox({
  value,
  onChange,
  options,
  allowNew = false,
  placeholder,
  ...frame
}: ComboboxProps) {
  /** What is being typed; null while the field shows the chosen one. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const items = useMemo(
    () => withTyped(options, value, allowNew ? (typed ?? '').trim() : ''),
    [options, value, allowNew, typed],
  );
  const selected = items.find((option) => option.value === value) ?? null;
  return (
    <FieldFrame {...frame}>
      {(ids) => (
        <Base.Root<Option>
          items={items}
          value={selected}
          onValueChange={(next) => {
            if (next) setTyped(null);
            onChange(next?.value ?? null);
          }}
          inputValue={typed ?? selected?.label ?? ''}
          onInputValueChange={(text, { reason }) => {
            // Anything else follows from the value, which stands here already.
            if (reason === 'input-change' || reason === 'input-clear') setTyped(text);
          }}
          isItemEqualToValue={(a, b) => a.value === b.value}
          autoHighlight
          open={isOpen}
          onOpenChange={setIsOpen}
          disabled={frame.isDisabled ?? false}
        >
          <Base.InputGroup
            className={`${field['control']} ${css['group']}`}
            data-invalid={frame.error === undefined ? undefined : ''}
          >
            <Base.Input
              id={ids.control}
              className={css['input']}
              onBlur={() => setTyped(null)}
              onKeyDown={(event) => {
                // With its list closed the library would empty the field; Escape leaves what is around it.
                if (event.key === 'Escape' && !isOpen) event.preventBaseUIHandler();
              }}
              placeholder={placeholder}
              aria-describedby={ids.described}
              aria-invalid={frame.error === undefined ? undefined : true}
            />
            <Base.Trigger className={css['open']} aria-label={t('ui.choose')} tabIndex={-1}>
              <ChevronsUpDown size={14} aria-hidden />
            </Base.Trigger>
          </Base.InputGroup>
          <Base.Portal>
            <Base.Positioner className={popup['positioner']} sideOffset={4}>
              <Base.Popup className={popup['popup']}>
                <Base.Empty className={popup['empty']}>{t('ui.nothingFound')}</Base.Empty>
                <Base.List className={popup['list']}>
                  {(option: Option) => (
                    <Base.Item key={option.value} value={option} className={popup['item']}>
                      <Base.ItemIndicator className={popup['mark']}>
                        <Check aria-hidden />
                      </Base.ItemIndicator>
                      <span className={popup['text']}>
                        {isKnown(options, option) || option.value === value
                          ? option.label
                          : t('ui.addNew', { text: option.label })}
                      </span>
                      {option.hint !== undefined && (
                        <span className={popup['hint']}>{option.hint}</span>
                      )}
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </FieldFrame>
  );
}

const isKnown = (options: readonly Option[], { value }: Option): boolean =>
  options.some((option) => option.value === value);

/** The options, a value that is none of them, and what is being typed where it names none. */
function withTyped(
  options: readonly Option[],
  value: string | null,
  typed: string,
): readonly Option[] {
  const items = [...options];
  for (const text of [value, typed]) {
    if (text && !items.some((item) => item.value === text || isSameText(item.label, text))) {
      items.push({ value: text, label: text });
    }
  }
  return items;
}

const isSameText = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;
