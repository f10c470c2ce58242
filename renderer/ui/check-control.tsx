import css from './check-control.module.css';

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isLabelHidden?: boolean | undefined;
}

/** What a checkbox and a switch share: a native input under our look, with its words beside it. */
export function CheckControl({
  kind,
  label,
  checked,
  onChange,
  description,
  isDisabled = false,
  isLabelHidden = false,
}: CheckProps & { readonly kind: 'checkbox' | 'switch' }) {
  return (
    <label className={css['row']} data-disabled={isDisabled || undefined}>
      <input
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        aria-label={label}
        className={css[kind]}
        checked={checked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {!isLabelHidden && (
        <span className={css['words']}>
          {label}
          {description !== undefined && <span className={css['description']}>{description}</span>}
        </span>
      )}
    </label>
  );
}
