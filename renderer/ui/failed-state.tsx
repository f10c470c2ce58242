import { CircleAlert } from 'lucide-react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import css from './state.module.css';

interface FailedStateProps {
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly text: string;
  readonly onRetry?: (() => void) | undefined;
}

export function FailedState({ title, text, onRetry }: FailedStateProps) {
  return (
    <div className={css['state']} role="alert">
      <div className={css['icon']} data-tone="bad">
        <CircleAlert aria-hidden />
      </div>
      <p className={css['title']}>{title}</p>
      <p className={css['text']}>{text}</p>
      {onRetry !== undefined && (
        <div className={css['action']}>
          <Button onClick={onRetry}>{t('ui.retry')}</Button>
        </div>
      )}
    </div>
  );
}
