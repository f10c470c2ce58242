import type { SyncStatus } from '#shared/ipc';
import { formatAgo, formatDateTime, formatSize } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import css from './sync-view.module.css';

const SOON_MS = 45_000;

/** How much waits, since when, why, and when it is tried next. */
export function QueueFacts({ sync }: { readonly sync: SyncStatus }) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const { unsentCount, oldestUnsentAtMs, waiting, phase, nextTryAtMs } = sync;
  const isWaiting = unsentCount > 0;
  const evidence = evidenceText(sync);
  return (
    <>
      <p className={css['line']}>
        {isWaiting
          ? t('sync.queue.count', { count: unsentCount })
          : t(sync.evidence.waitingCount > 0 ? 'sync.queue.onlyFiles' : 'sync.queue.empty')}
      </p>
      <dl className={css['inline']}>
        {isWaiting && oldestUnsentAtMs !== null && (
          <div>
            <dt>{t('sync.queue.oldest')}</dt>
            <dd title={formatDateTime(oldestUnsentAtMs)}>{formatAgo(oldestUnsentAtMs, nowMs)}</dd>
          </div>
        )}
        {isWaiting && (
          <div>
            <dt>{t('sync.queue.reason')}</dt>
            <dd>{t(`sync.waiting.${waiting}`)}</dd>
          </div>
        )}
        {(phase === 'sending' || (isWaiting && nextTryAtMs !== null)) && (
          <div>
            <dt>{t('sync.queue.nextTry')}</dt>
            <dd>
              {phase === 'sending' || nextTryAtMs === null
                ? t('sync.queue.onItsWay')
                : tryText(nextTryAtMs, nowMs)}
            </dd>
          </div>
        )}
        {evidence !== null && (
          <div>
            <dt>{t('sync.queue.files')}</dt>
            <dd>{evidence}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Files travel after the log; null where there is nothing to say of them. */
function evidenceText({ evidence }: SyncStatus): string | null {
  const { waitingCount, waitingBytes, waiting, isMoving, absentCount, arrivingCount } = evidence;
  if (waitingCount > 0) {
    const size = formatSize(waitingBytes);
    const isStuck = waiting !== 'none' && !isMoving;
    if (isStuck) return t(`sync.files.waiting.${waiting}`, { count: waitingCount, size });
    return t(isMoving ? 'sync.files.sending' : 'sync.files.next', { count: waitingCount, size });
  }
  if (waiting === 'disk-low') return t('sync.files.noRoom');
  if (arrivingCount > 0) return t('sync.files.arriving', { count: arrivingCount });
  return absentCount > 0 ? t('sync.files.absent', { count: absentCount }) : null;
}

/** A try to come is never "just now", as what is past by as little. */
const tryText = (tryAtMs: number, nowMs: number): string =>
  tryAtMs - nowMs < SOON_MS ? t('sync.queue.soon') : formatAgo(tryAtMs, nowMs);
