import type { ReactElement } from 'react';
import { cloneElement } from 'react';

interface TooltipProps {
  readonly label: string;
  /** One element that takes DOM attributes. Its own label must say the same: a tooltip is never the only name. */
  readonly children: ReactElement<{ 'data-tooltip'?: string }>;
}

/** Marks an element for the one tooltip of the window (see `TooltipLayer`). */
export function Tooltip({ label, children }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': label });
}
