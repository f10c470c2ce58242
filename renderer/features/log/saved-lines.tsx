import { Check, Undo2 } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './log-bar.module.css';
import type { SavedLine } from './use-saved-lines.ts';

interface SavedLinesProps {
  readonly lines: readonly SavedLine[];
  readonly onUndo: (key: number) => Promise<void>;
}

/** What was just saved, said as it happens, with a way back. */
export function SavedLines({ lines, onUndo }: SavedLinesProps) {
  return (
    <div role="status">
      <ul className={css['saved']}>
        {lines.map(({ key, words, isUndone }) => (
          <li key={key} className={css['savedLine']} data-undone={isUndone || undefined}>
            {isUndone ? <Undo2 size={14} aria-hidden /> : <Check size={14} aria-hidden />}
            <span className={css['savedState']}>
              {isUndone ? t('log.bar.undone') : t('log.bar.saved')}
            </span>
            <span className={css['savedWords']}>{words}</span>
            {!isUndone && (
              <Button variant="quiet" size="sm" onClick={() => void onUndo(key)}>
                {t('log.undoAction')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
