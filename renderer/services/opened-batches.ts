import type { IpcFailure, PullSummary } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { t } from '../i18n/text.ts';
import { go } from '../state/route.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';
import { mergePulled } from './sync.ts';

/** Merges what files that were opened outside the window brought, and says so. */
export async function announceOpenedBatches(
  taken: Result<PullSummary | null, IpcFailure>,
): Promise<void> {
  if (!taken.ok) announceFailure(taken.error);
  else if (taken.value) await announceBrought(taken.value);
}

async function announceBrought(summary: PullSummary): Promise<void> {
  const merged = await mergePulled(Promise.resolve(ok(summary)));
  if (!merged.ok) {
    announceFailure(merged.error);
    return;
  }
  const { newEntries, rejected } = merged.value;
  const [refused] = rejected;
  showToast({
    topic: 'opened-batches',
    tone: refused ? 'bad' : 'good',
    title: refused
      ? t('sync.opened.refused', { name: refused.name })
      : t('sync.opened.title', { count: newEntries }),
    action: { label: t('sync.opened.show'), onSelect: () => go('sync') },
  });
}
