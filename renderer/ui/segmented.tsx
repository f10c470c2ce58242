import { useId } from 'react';
import css from './segmented.module.css';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly size?: 'sm' | 'md' | undefined;
}

/** One of two to five choices, all in sight: a radio group, so arrows move within it. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  size = 'md',
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={css['group']} data-size={size}>
      {options.map((option) => (
        <label key={option.value} className={css['option']}>
          <input
            type="radio"
            name={name}
            className={css['input']}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
