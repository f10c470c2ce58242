import type { Deliverable } from '#shared/deliverables/deliverable';
import { openBlock } from '#shared/deliverables/deliverable';
import { formatDateTime, formatDay, formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useNow } from '../../state/use-now.ts';
import css from './entry-record.module.css';

interface Moment {
  readonly key: string;
  readonly atMs: number;
  readonly what: string;
  readonly more: string;
  readonly isWait: boolean;
}

/** From request to completion in order, each wait with on whom, for what and how long. */
export function EntryLife({ entry }: { readonly entry: Deliverable }) {
  const nowMs = useNow();
  const moments = momentsOf(entry, nowMs);
  if (moments.length === 0) return null;
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('log.detail.life')}</h3>
      <ol className={css['life']}>
        {moments.map(({ key, atMs, what, more, isWait }) => (
          <li key={key} className={css['moment']} data-wait={isWait || undefined}>
            <span className={css['momentWhat']}>{what}</span>
            <span className={css['momentWhen']}>{formatDateTime(atMs, entry.zone)}</span>
            {more !== '' && <span className={css['momentMore']}>{more}</span>}
          </li>
        ))}
      </ol>
      {entry.completedAtMs !== null && (
        <p className={css['faint']}>
          {entry.clientDay === entry.day
            ? t('log.detail.countsFor', { day: formatDay(entry.day, 'long') })
            : t('log.detail.countsForBoth', {
                day: formatDay(entry.day, 'long'),
                clientDay: formatDay(entry.clientDay),
              })}
        </p>
      )}
    </section>
  );
}

function momentsOf(entry: Deliverable, nowMs: number): readonly Moment[] {
  const moments: Moment[] = [];
  const add = (key: string, atMs: number | null, what: string, more = '', isWait = false) => {
    if (atMs !== null) moments.push({ key, atMs, what, more, isWait });
  };
  add('requested', entry.requestedAtMs, t('log.stage.requested'));
  add('responded', entry.respondedAtMs, t('log.detail.responded'));
  add('started', entry.startedAtMs, t('log.detail.started'));
  const waiting = openBlock(entry);
  for (const block of entry.blocks) {
    const toMs = block.toMs ?? (block === waiting ? nowMs : block.fromMs);
    const length = formatDuration(Math.max(0, toMs - block.fromMs));
    const words =
      block.toMs === null && block === waiting
        ? t('log.detail.waitsSoFar', { length })
        : t('log.detail.waited', { length });
    const who = t(`log.blockedOn.${block.on}`);
    const more = [block.reason, block.wanted, words].filter(Boolean).join(' · ');
    add(`block ${block.id}`, block.fromMs, t('log.detail.blockedOn', { who }), more, true);
  }
  add('completed', entry.completedAtMs, t('log.stage.completed'), lengthOf(entry));
  add('accepted', entry.acceptedAtMs, t('log.stage.accepted'));
  add('returned', entry.returnedAtMs, t('log.stage.returned'), entry.returnReason);
  return moments.toSorted((a, b) => a.atMs - b.atMs);
}

function lengthOf({ requestedAtMs, startedAtMs, completedAtMs }: Deliverable): string {
  const fromMs = requestedAtMs ?? startedAtMs;
  if (fromMs === null || completedAtMs === null || completedAtMs < fromMs) return '';
  const length = formatDuration(completedAtMs - fromMs);
  return requestedAtMs === null
    ? t('log.detail.afterStart', { length })
    : t('log.detail.afterRequest', { length });
}
