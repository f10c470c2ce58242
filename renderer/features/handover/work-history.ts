import type { Deliverable } from '#shared/deliverables/deliverable';
import { t } from '../../i18n/text.ts';

/** What was done about a piece of work so far, oldest first. */
export function workHistory(
  work: Deliverable,
): readonly { readonly atMs: number; readonly what: string }[] {
  const moments: { atMs: number; what: string }[] = [];
  const add = (atMs: number | null, what: string, more = '') => {
    if (atMs !== null) moments.push({ atMs, what: more === '' ? what : `${what}: ${more}` });
  };
  add(work.requestedAtMs, t('log.stage.requested'));
  add(work.respondedAtMs, t('handover.history.responded'));
  add(work.startedAtMs, t('log.stage.started'));
  for (const { fromMs, toMs, on, reason } of work.blocks) {
    add(fromMs, t('handover.history.blocked', { who: t(`log.blockedOn.${on}`) }), reason);
    add(toMs, t('handover.history.unblocked'));
  }
  add(work.returnedAtMs, t('log.stage.returned'), work.returnReason);
  return moments.toSorted((a, b) => a.atMs - b.atMs);
}
