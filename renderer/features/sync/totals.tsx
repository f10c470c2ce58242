import { useSaveTotals } from '../../data/save-state.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Stat } from '../../ui/stat.tsx';
import css from './sync-view.module.css';

/** Own entries by how far they have come; each counts once, at its furthest. */
export function Totals() {
  const { saved, sent, received } = useSaveTotals();
  return (
    <div className={css['totals']}>
      <Stat label={t('sync.saved')} value={formatNumber(saved)} hint={t('sync.savedHint')} />
      <Stat label={t('sync.sent')} value={formatNumber(sent)} hint={t('sync.sentHint')} />
      <Stat
        label={t('sync.received')}
        value={formatNumber(received)}
        hint={t('sync.receivedHint')}
        tone={received > 0 && saved + sent === 0 ? 'good' : 'neutral'}
      />
    </div>
  );
}
