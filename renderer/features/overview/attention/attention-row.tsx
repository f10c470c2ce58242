import type { LucideIcon } from 'lucide-react';
import { AlarmClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../i18n/text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import css from './attention.module.css';

interface AttentionRowProps {
  readonly icon: LucideIcon;
  /** `bad` where somebody waits or something is late, `warn` where it may come to that. */
  readonly tone?: 'neutral' | 'warn' | 'bad' | undefined;
  readonly title: string;
  /** Why it is here: whose, for how long, and what would end it. */
  readonly why: string;
  readonly onPutOff: () => void;
  /** What can be done about it, the likeliest last. */
  readonly children: ReactNode;
}

/** One thing to see to: what, why, and what to do about it. */
export function AttentionRow(props: AttentionRowProps) {
  const { icon: Icon, tone = 'neutral', title, why, onPutOff, children } = props;
  return (
    <li className={css['row']}>
      <Icon className={css['icon']} data-tone={tone} size={15} strokeWidth={1.75} aria-hidden />
      <span className={css['title']}>{title}</span>
      <span className={css['why']} data-tooltip={why}>
        {why}
      </span>
      <span className={css['acts']}>
        {children}
        <IconButton
          size="sm"
          label={t('attention.putOff', { title })}
          icon={<AlarmClock size={14} strokeWidth={1.75} aria-hidden />}
          onClick={({ currentTarget }) => {
            focusBeside(currentTarget);
            onPutOff();
          }}
        />
      </span>
    </li>
  );
}

/** The line goes away: the keyboard goes on at the same button of the next one, else of the one before. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector<HTMLElement>('button:last-child')?.focus();
}
