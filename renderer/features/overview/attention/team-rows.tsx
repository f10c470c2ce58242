import { CircleAlert, MessageSquareOff, Presentation, SquareCheck } from 'lucide-react';
import { dayIn } from '#shared/day';
import { formatAgo, formatDay, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { finishAction } from '../../../services/review-actions.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import type { Names } from '../output-names.ts';
import type { AttentionItem } from './attention-item.ts';
import { AttentionRow } from './attention-row.tsx';
import { joined } from './work-rows.tsx';
import type { RowAround } from './work-rows.tsx';

type Item<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { readonly kind: Kind }>;

/** A member whose log has not arrived whole: a day without entries is then no empty day. */
export function GapRow({ item, names, onPutOff }: RowAround & { readonly item: Item<'gap'> }) {
  const name = names.member(item.memberId);
  const [{ firstMissing, lastMissing }] = item.gaps;
  const why = joined([
    t('sync.missing.gap', {
      count: lastMissing - firstMissing + 1,
      first: formatNumber(firstMissing),
      last: formatNumber(lastMissing),
    }),
    item.gaps.length > 1 && t('sync.missing.more', { count: item.gaps.length - 1 }),
    t('sync.missing.text'),
  ]);
  return (
    <AttentionRow
      icon={CircleAlert}
      tone="warn"
      title={t('sync.missing.title', { name })}
      why={why}
      onPutOff={onPutOff}
    >
      <Button size="sm" aria-label={t('sync.missing.openOf', { name })} onClick={() => go('sync')}>
        {t('sync.missing.open')}
      </Button>
    </AttentionRow>
  );
}

/** A review whose time has come, of the team or of members. */
export function ReviewRow({
  item: { cadence, turns, wasMissed },
  names,
  nowMs,
  onPutOff,
}: RowAround & { readonly item: Item<'review'> }) {
  const kind = cadence.kind === 'monthly' ? 'monthly' : 'weekly';
  const title = cadence.name
    ? t(`attention.review.${kind}`, { name: cadence.name })
    : t(`attention.review.${kind}Plain`);
  const memberIds = turns.flatMap(({ ref }) => (ref.memberId === '' ? [] : [ref.memberId]));
  const why = joined([
    t('attention.review.due', { ago: formatAgo(turns[0].atMs, nowMs) }),
    memberIds.length > 0 && t('attention.review.who', { names: namesOfSome(memberIds, names) }),
    wasMissed && t('attention.review.missed'),
  ]);
  return (
    <AttentionRow icon={Presentation} title={title} why={why} onPutOff={onPutOff}>
      <Button
        size="sm"
        aria-label={t('attention.review.holdOf', { title })}
        onClick={() => go('reviews')}
      >
        {t('attention.review.hold')}
      </Button>
    </AttentionRow>
  );
}

/** Who said nothing on a day on which they were asked. */
export function CheckInsRow({
  item: { day, memberIds },
  names,
  onPutOff,
}: RowAround & { readonly item: Item<'checkIns'> }) {
  const shownDay = formatDay(day);
  return (
    <AttentionRow
      icon={MessageSquareOff}
      title={t('attention.checkIns.title', { count: memberIds.length })}
      why={t('attention.checkIns.why', { day: shownDay, names: namesOfSome(memberIds, names) })}
      onPutOff={onPutOff}
    >
      <Button
        size="sm"
        aria-label={t('attention.checkIns.seeOf', { day: shownDay })}
        onClick={() => go('check-in', { day })}
      >
        {t('attention.checkIns.see')}
      </Button>
    </AttentionRow>
  );
}

/** What the manager took upon themselves in a review. */
export function ActionRow({
  item: { action },
  zone,
  onPutOff,
}: RowAround & { readonly item: Item<'action'>; readonly zone: string }) {
  const why = joined([
    t('attention.action.why', { day: formatDay(dayIn(zone, action.agreedAtMs)) }),
    t('attention.action.due', { day: formatDay(action.dueDay) }),
  ]);
  return (
    <AttentionRow icon={SquareCheck} title={action.text} why={why} onPutOff={onPutOff}>
      <Button
        size="sm"
        aria-label={t('attention.action.doneOf', { title: action.text })}
        onClick={() => void finish(action)}
      >
        {t('attention.action.done')}
      </Button>
    </AttentionRow>
  );
}

async function finish(action: Item<'action'>['action']): Promise<void> {
  announceSaved(t('reviews.undo.done'), await finishAction(action));
}

/** So many are named. */
const NAMED = 3;

function namesOfSome(memberIds: readonly string[], names: Names): string {
  const named = memberIds.slice(0, NAMED).map(names.member).join(', ');
  const count = memberIds.length - NAMED;
  return count > 0 ? t('attention.named', { names: named, count }) : named;
}
