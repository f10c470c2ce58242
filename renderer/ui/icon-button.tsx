import type { ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import css from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'variant' | 'icon' | 'isBusy'> {
  /** What the button does: read out, and shown beside it on hover and focus. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly isPressed?: boolean | undefined;
}

export function IconButton({
  label,
  icon,
  size = 'md',
  shortcut,
  isDisabled = false,
  isPressed,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={shortcut === undefined ? label : `${label} (${shortcut})`}>
      <button
        {...rest}
        // oxlint-disable-next-line react/button-has-type -- typed by the prop, `button` unless told
        type={type}
        aria-label={label}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        aria-pressed={isPressed}
        disabled={isDisabled}
        data-size={size}
        className={css['button']}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
