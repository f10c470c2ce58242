import type { FocusEventHandler, KeyboardEventHandler, Ref } from 'react';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { FieldProps } from './field.tsx';
import { FieldFrame } from './field.tsx';
import css from './field.module.css';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly type?: 'text' | 'search' | 'date' | 'time' | 'email' | 'password' | undefined;
  readonly maxLength?: number | undefined;
  readonly onKeyDown?: KeyboardEventHandler<TextControl> | undefined;
  readonly onBlur?: FocusEventHandler<TextControl> | undefined;
  readonly ref?: Ref<TextControl | null> | undefined;
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
  const control = useRef<TextControl | null>(null);
  useImperativeHandle<TextControl | null, TextControl | null>(ref, () => control.current);
  useEffect(() => {
    if (autoFocus) control.current?.focus();
  }, [autoFocus]);
  return (
    <FieldFrame {...field}>
      {(ids) => {
        const shared = {
          id: ids.control,
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
          <textarea
            {...shared}
            ref={(element) => {
              control.current = element;
            }}
            rows={rows}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...shared}
            ref={(element) => {
              control.current = element;
            }}
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
