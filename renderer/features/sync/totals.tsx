import type { SyncStatus } from '#shared/ipc';
import { useSaveTotals } from '../../data/save-state.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Stat } from '../../ui/stat.tsx';
import css from './sync-view.module.css';

/** Own entries by how far they have come, each counted once, at its furthest; without entries, own changes of the plan. */
export function Totals({ sync }: { readonly sync: SyncStatus }) {
  const { saved, sent, received } = useSaveTotals();
  if (saved + sent + received === 0) return <ChangeTotals sync={sync} />;
  return (
    <div className={css['totals']}>
      <Stat label={t('sync.saved')} value={formatNumber(saved)} hint={t('sync.savedHint')} />
      <Stat label={t('sync.sent')} value={formatNumber(sent)} hint={t('sync.sentHint')} />
      <Stat
        label={t('sync.received')}
        value={formatNumber(received)}
        hint={t('sync.receivedHint')}
        tone={saved + sent === 0 ? 'good' : 'neutral'}
      />
    </div>
  );
}

function ChangeTotals({ sync: { own } }: { readonly sync: SyncStatus }) {
  const sent = own.reduce((sum, { sentSeq }) => sum + sentSeq, 0);
  const saved = own.reduce((sum, { savedSeq }) => sum + savedSeq, 0) - sent;
  return (
    <div className={css['totals']}>
      <Stat label={t('sync.savedChanges')} value={formatNumber(saved)} hint={t('sync.savedHint')} />
      <Stat
        label={t('sync.sentChanges')}
        value={formatNumber(sent)}
        hint={t('sync.sentHint')}
        tone={saved === 0 && sent > 0 ? 'good' : 'neutral'}
      />
    </div>
  );
}
