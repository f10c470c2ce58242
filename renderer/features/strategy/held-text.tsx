import type { KeyboardEvent } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { useHeld } from './held.ts';

interface HeldTextProps {
  readonly label: string;
  readonly value: string;
  /** Answers whether it was saved. */
  readonly onSave: (text: string) => Promise<boolean>;
  /** What is wrong with a text, in words. */
  readonly check?: ((text: string) => string | undefined) | undefined;
  readonly type?: 'text' | 'date' | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
}

/** A stored text, saved when the field is left or by Enter; Escape takes it back. */
export function HeldText({ value, onSave, check, multiline, ...field }: HeldTextProps) {
  const held = useHeld(value, {
    onSave: async (text) => await onSave(text.trim()),
    isFine: (text) => check?.(text.trim()) === undefined,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && held.isTyped) {
      event.stopPropagation();
      held.giveUp();
    } else if (event.key === 'Enter' && !multiline) void held.keep();
  };
  return (
    <TextField
      {...field}
      multiline={multiline}
      value={held.shown}
      error={held.isTyped ? check?.(held.shown.trim()) : undefined}
      onChange={held.type}
      onKeyDown={onKeyDown}
      onBlur={() => void held.keep()}
    />
  );
}
