import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import css from './callout.module.css';

interface CalloutProps {
  readonly tone?: Tone | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const ICONS = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
} as const;

/** Something to know before going on: what, and what to do about it. */
export function Callout({ tone = 'neutral', title, children, action }: CalloutProps) {
  const Icon = ICONS[tone];
  return (
    <div
      className={css['callout']}
      data-tone={tone}
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'note'}
    >
      <Icon size={16} aria-hidden className={css['icon']} />
      <div className={css['words']}>
        <p className={css['title']}>{title}</p>
        {children !== undefined && <div className={css['text']}>{children}</div>}
      </div>
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  );
}
