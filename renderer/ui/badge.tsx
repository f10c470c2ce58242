import type { ReactNode } from 'react';
import css from './badge.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A state in a word. The word says it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={css['badge']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
