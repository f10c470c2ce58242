import type { ComponentProps, ReactNode } from 'react';
import css from './button.module.css';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'sm' | 'md' | undefined;
  readonly icon?: ReactNode;
  /** Shown beside the label; the key itself is bound by whoever owns the view. */
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Work is under way: the button stays where it is and takes no second press. */
  readonly isBusy?: boolean | undefined;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  shortcut,
  isDisabled = false,
  isBusy = false,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- typed by the prop, `button` unless told
      type={type}
      disabled={isDisabled}
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      onClick={isBusy ? undefined : onClick}
      data-variant={variant}
      data-size={size}
      className={className ? `${css['button']} ${className}` : css['button']}
    >
      {isBusy ? <span className={css['spinner']} aria-hidden /> : icon}
      {children}
      {shortcut !== undefined && (
        <span aria-hidden>
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </button>
  );
}
