import { NumberField } from '../../ui/number-field.tsx';
import { useHeld } from './held.ts';

interface HeldNumberProps {
  readonly label: string;
  readonly value: number | null;
  /** Answers whether it was saved. */
  readonly onSave: (value: number | null) => Promise<boolean>;
  /** What is wrong with a figure, in words. */
  readonly check: (value: number | null) => string | undefined;
  readonly suffix?: string | undefined;
}

/** A stored figure, saved when the field is left or by Enter; Escape takes it back. */
export function HeldNumber({ value, onSave, check, ...field }: HeldNumberProps) {
  const held = useHeld(value, { onSave, isFine: (typed) => check(typed) === undefined });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the field within takes the keys
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void held.keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && held.isTyped) {
          event.stopPropagation();
          held.giveUp();
        } else if (event.key === 'Enter') void held.keep();
      }}
    >
      <NumberField
        {...field}
        value={held.shown}
        error={held.isTyped ? check(held.shown) : undefined}
        onChange={held.type}
      />
    </div>
  );
}
