import type { ReactNode } from 'react';
import { useId } from 'react';
import css from './field.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What every field takes beside its value. */
export interface FieldProps {
  readonly label: string;
  /** The label is read out but not drawn: only where the place itself says what it is. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (ids: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly control: string;
  readonly label: string;
  /** For `aria-describedby`; undefined where there is nothing to describe. */
  readonly described: string | undefined;
}

/** A label above, a control, and below it what helps or what is wrong. */
export function FieldFrame({
  label,
  isLabelHidden,
  description,
  error,
  children,
}: FieldFrameProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const hint = error ?? description;
  return (
    <div className={css['field']}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={isLabelHidden ? css['unseen'] : css['label']}
      >
        {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      {children({
        control: id,
        label: `${id}-label`,
        described: hint === undefined ? undefined : hintId,
      })}
      {hint !== undefined && (
        <p id={hintId} className={error === undefined ? css['description'] : css['error']}>
          {hint}
        </p>
      )}
    </div>
  );
}
