import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncStatus } from '#shared/ipc';
import { streamKey } from '#shared/stream/change';
import { useDeliveryMarks } from '../../data/delivery-marks.ts';
import { useSaveTotals } from '../../data/save-state.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Stat } from '../../ui/stat.tsx';
import css from './totals.module.css';

/** Own entries by how far they have come, each counted once, at its furthest; without entries, own changes of the plan. */
export function Totals({ sync }: { readonly sync: SyncStatus }) {
  const { saved, sent, received } = useSaveTotals();
  if (saved + sent + received === 0) return <ChangeTotals sync={sync} />;
  return (
    <Road
      steps={[
        <Stat
          key="saved"
          label={t('sync.saved')}
          value={formatNumber(saved)}
          hint={t('sync.savedHint')}
        />,
        <Stat
          key="sent"
          label={t('sync.sent')}
          value={formatNumber(sent)}
          hint={t(sync.target?.kind === 'endpoint' ? 'sync.sentHintReceiver' : 'sync.sentHint')}
        />,
        <Stat
          key="received"
          label={t('sync.received')}
          value={formatNumber(received)}
          hint={t('sync.receivedHint')}
          tone={saved + sent === 0 ? 'good' : 'neutral'}
        />,
      ]}
    />
  );
}

function ChangeTotals({ sync: { own, target } }: { readonly sync: SyncStatus }) {
  const marks = useDeliveryMarks((state) => state.received);
  let [saved, sent, received] = [0, 0, 0];
  for (const stream of own) {
    const receivedSeq = Math.min(stream.savedSeq, marks.get(streamKey(stream)) ?? 0);
    const sentSeq = Math.max(stream.sentSeq, receivedSeq);
    received += receivedSeq;
    sent += sentSeq - receivedSeq;
    saved += stream.savedSeq - sentSeq;
  }
  return (
    <Road
      steps={[
        <Stat
          key="saved"
          label={t('sync.savedChanges')}
          value={formatNumber(saved)}
          hint={t('sync.savedHint')}
        />,
        <Stat
          key="sent"
          label={t('sync.sentChanges')}
          value={formatNumber(sent)}
          hint={t(target?.kind === 'endpoint' ? 'sync.sentHintReceiver' : 'sync.sentHint')}
        />,
        <Stat
          key="received"
          label={t('sync.receivedChanges')}
          value={formatNumber(received)}
          hint={t('sync.receivedChangesHint')}
          tone={saved + sent === 0 ? 'good' : 'neutral'}
        />,
      ]}
    />
  );
}

/** One place after another, in the order in which an entry comes to them. */
function Road({ steps }: { readonly steps: readonly ReactNode[] }) {
  return (
    <ol className={css['road']}>
      {steps.map((step, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the places never change their order
        <li key={place} className={css['step']}>
          {place > 0 && <ChevronRight size={18} aria-hidden className={css['arrow']} />}
          {step}
        </li>
      ))}
    </ol>
  );
}
