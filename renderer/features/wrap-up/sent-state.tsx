import { SaveMark } from '../../app/parts/save-mark.tsx';
import type { CheckInEntry } from '../../data/check-ins.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './wrap-up-view.module.css';

interface SentStateProps {
  readonly sent: CheckInEntry | null;
  readonly zone: string;
  /** Nothing was changed since. */
  readonly isAsSent: boolean;
}

/** When the report was last sent and how far it has come. */
export function SentState({ sent, zone, isAsSent }: SentStateProps) {
  if (!sent?.sentAtMs) return null;
  return (
    <p className={css['sent']}>
      <SaveMark of={sent} />
      <span>
        {t('wrapUp.sentAt', { when: formatDateTime(sent.sentAtMs, zone) })}
        {!isAsSent && <span className={css['changed']}> {t('wrapUp.changedSince')}</span>}
      </span>
    </p>
  );
}
