import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import css from './callout.module.css';
import { ToneIcon } from './tone-icon.tsx';

interface CalloutProps {
  readonly tone?: Tone | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know before going on: what, and what to do about it. */
export function Callout({ tone = 'neutral', title, children, action }: CalloutProps) {
  return (
    <div
      className={css['callout']}
      data-tone={tone}
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'note'}
    >
      <ToneIcon tone={tone} className={css['icon']} />
      <div className={css['words']}>
        <p className={css['title']}>{title}</p>
        {children !== undefined && <div className={css['text']}>{children}</div>}
      </div>
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  );
}
