import type { FocusEventHandler, KeyboardEventHandler, Ref } from 'react';
import type { FieldProps } from './field.tsx';
import { FieldFrame } from './field.tsx';
import css from './field.module.css';
import { useFirstFocus } from './first-focus.ts';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly type?: 'text' | 'search' | 'date' | 'time' | 'email' | undefined;
  readonly maxLength?: number | undefined;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement | HTMLTextAreaElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement> | undefined;
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement> | undefined;
}

export function TextField({
  value,
  onChange,
  placeholder,
  multiline = false,
  rows = 3,
  autoFocus = false,
  type = 'text',
  maxLength,
  onKeyDown,
  onBlur,
  ref,
  ...field
}: TextFieldProps) {
  const focusFirst = useFirstFocus(autoFocus, ref);
  return (
    <FieldFrame {...field}>
      {(ids) => {
        const shared = {
          id: ids.control,
          ref: focusFirst,
          className: css['control'],
          value,
          placeholder,
          maxLength,
          disabled: field.isDisabled,
          'aria-invalid': field.error === undefined ? undefined : true,
          'aria-describedby': ids.described,
          onKeyDown,
          onBlur,
        };
        return multiline ? (
          <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input
            {...shared}
            type={type}
            autoComplete="off"
            spellCheck={type === 'text'}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </FieldFrame>
  );
}
