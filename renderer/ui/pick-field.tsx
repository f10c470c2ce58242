import { Combobox as Base } from '@base-ui/react/combobox';
import type { Ref } from 'react';
import { useMemo, useState } from 'react';
import { t } from '../i18n/text.ts';
import field from './field.module.css';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

interface PickFieldProps {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly options: readonly Option[];
  readonly onPick: (value: string) => void;
  /** What typed text means when it names none of the options; without it text alone picks nothing. */
  readonly ofText?: ((text: string) => Option) | undefined;
  /** Backspace in the empty field. */
  readonly onTakeBack?: (() => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** Beyond so many choices people type on instead of reading. */
const SHOWN = 60;

/** Adds one choice after another, found by typing: the field is empty again after each. */
export function PickField({
  label,
  placeholder,
  options,
  onPick,
  ofText,
  onTakeBack,
  ref,
}: PickFieldProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const items = useMemo(() => found(options, typed, ofText), [options, typed, ofText]);
  return (
    <Base.Root<Option>
      items={items}
      filter={null}
      value={null}
      onValueChange={(picked) => {
        if (!picked) return;
        setTyped('');
        onPick(picked.value);
      }}
      inputValue={typed}
      onInputValueChange={(text, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') setTyped(text);
      }}
      autoHighlight
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <Base.Input
        ref={ref}
        className={field['control']}
        aria-label={label}
        placeholder={placeholder}
        onBlur={() => setTyped('')}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && typed === '') onTakeBack?.();
          // With its list closed the library would empty the field; Escape leaves it instead.
          if (event.key === 'Escape' && !isOpen) {
            event.preventBaseUIHandler();
            event.currentTarget.blur();
          }
        }}
      />
      <Base.Portal>
        <Base.Positioner className={popup['positioner']} sideOffset={4} align="start">
          <Base.Popup className={popup['popup']}>
            <Base.Empty className={popup['empty']}>{t('ui.nothingFound')}</Base.Empty>
            <Base.List className={popup['list']}>
              {(option: Option) => (
                <Base.Item key={option.value} value={option} className={popup['item']}>
                  <span className={popup['text']}>{option.label}</span>
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
  );
}

/** Options whose label or hint holds the typed words; beginnings of words first. */
function found(
  options: readonly Option[],
  typed: string,
  ofText: PickFieldProps['ofText'],
): readonly Option[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return options.slice(0, SHOWN);
  const words = text.split(/\s+/);
  const holding = options.filter(({ label, hint }) => {
    const all = `${hint ?? ''} ${label}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const starting = holding.filter(({ label }) => label.toLowerCase().startsWith(text));
  const others = holding.filter((option) => !starting.includes(option));
  const shown = [...starting, ...others].slice(0, SHOWN);
  return ofText ? [...shown, ofText(typed.trim())] : shown;
}
