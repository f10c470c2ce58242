import type { Standing } from '#shared/deliverables/deliverable';
import type { Ageing } from '#shared/metrics/ageing';
import type { Entry } from '../../data/entry.ts';
import type { Aged } from '#shared/metrics/usual-age';
import { workTitle } from '../../i18n/entry-words.ts';
import { formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { go } from '../../state/route.ts';
import { ageWords } from './figure-words.ts';
import type { Names } from './output-names.ts';
import css from './work-panel.module.css';

interface WorkPanelProps {
  readonly kind: Standing;
  readonly items: readonly Ageing<Entry>[];
  readonly names: Names;
  readonly nowMs: number;
  readonly limit: number;
  /** Working time in progress beside what is usual, where it is known. */
  readonly agedById?: ReadonlyMap<string, Aged>;
}

const NONE = {
  blocked: 'overview.work.noneBlocked',
  inProgress: 'overview.work.noneInProgress',
  waiting: 'overview.work.noneWaiting',
} as const;

/** Open work of one kind, the longest-standing first: what it is, whose, since when, and what it waits for. */
export function WorkPanel({ kind, items, names, nowMs, limit, agedById }: WorkPanelProps) {
  return (
    <Panel title={t(`overview.work.${kind}`)} note={noteOf(items.length)}>
      {items.length === 0 ? (
        <p className={css['none']}>{t(NONE[kind])}</p>
      ) : (
        <ul className={css['list']}>
          {items.slice(0, limit).map((item) => (
            <WorkItem
              key={item.deliverable.id}
              item={item}
              aged={agedById?.get(item.deliverable.id)}
              names={names}
              nowMs={nowMs}
            />
          ))}
        </ul>
      )}
      {items.length > limit && (
        <Button size="sm" variant="quiet" onClick={() => go('entries', { standing: kind })}>
          {t('overview.work.showAll', { count: items.length })}
        </Button>
      )}
    </Panel>
  );
}

interface WorkItemProps {
  readonly item: Ageing<Entry>;
  readonly aged: Aged | undefined;
  readonly names: Names;
  readonly nowMs: number;
}

function WorkItem({ item, aged, names, nowMs }: WorkItemProps) {
  const { deliverable, block, sinceMs } = item;
  const { memberId, outcomeId, reference } = deliverable;
  const name = deliverable.title || reference || workTitle(deliverable, names.unit(outcomeId));
  const fromMs = block?.fromMs ?? sinceMs;
  return (
    <li>
      <button
        type="button"
        className={css['item']}
        data-tooltip={t('overview.work.open', { title: name })}
        onClick={() =>
          go('entries', { memberId, outcomeId, stage: 'open', entryId: deliverable.id })
        }
      >
        <span className={css['line']}>
          <span className={css['title']}>{name}</span>
          {aged ? (
            <span
              className={css['age']}
              data-late={aged.isOlderThanUsual || undefined}
              data-tooltip={
                aged.usualMs === null
                  ? undefined
                  : t('overview.work.usualDefinition', { length: formatWorkTime(aged.usualMs) })
              }
            >
              {t('overview.work.worked', { length: formatWorkTime(aged.ageMs) })}
              {aged.usualMs !== null &&
                ` · ${t('overview.work.usual', { length: formatWorkTime(aged.usualMs) })}`}
            </span>
          ) : (
            <span className={css['age']}>
              {fromMs === null ? t('overview.work.sinceUnknown') : ageWords(nowMs - fromMs)}
            </span>
          )}
        </span>
        <span className={css['line']}>
          <span className={css['about']}>
            {names.member(memberId)}
            {' · '}
            {names.outcome(outcomeId)}
            {block && ` · ${block.reason || t('overview.work.noReason')}`}
          </span>
          {block && (
            <Badge tone={block.on === 'manager' ? 'bad' : 'warn'}>
              {t(`overview.work.on.${block.on}`)}
            </Badge>
          )}
        </span>
      </button>
    </li>
  );
}

const noteOf = (count: number): string =>
  count === 0 ? t('overview.work.now') : `${count} ${t('overview.work.now')}`;
