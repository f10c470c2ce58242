import { useMemo } from 'react';
import type { QueueItem } from '#shared/sync-report';
import { formatAgo, formatDateTime, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { actOnItem, ItemButtons } from './item-buttons.tsx';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

interface QueueTableProps {
  readonly workspace: string;
  readonly items: readonly QueueItem[];
  readonly names: Names;
}

/** Each batch that is not sent, and what is not sealed into one yet. */
export function QueueTable({ workspace, items, names }: QueueTableProps) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const columns = useMemo(() => columnsOf(workspace, names, nowMs), [workspace, names, nowMs]);
  return (
    <div className={css['capped']}>
      <DataTable
        label={t('sync.queue.items')}
        rows={items}
        columns={columns}
        rowKey={({ key }) => key}
        onKey={({ key }, pressed) => actOnItem({ workspace, key }, pressed)}
        empty={null}
        fit="fill"
      />
    </div>
  );
}

function columnsOf(workspace: string, names: Names, nowMs: number): readonly Column<QueueItem>[] {
  return [
    {
      key: 'entries',
      header: t('sync.queue.entries'),
      width: '2fr',
      render: (item) => t('sync.queue.range', rangeOf(item)),
    },
    {
      key: 'readers',
      header: t('sync.readers.title'),
      width: '2fr',
      render: ({ audience }) => names.readers(audience),
      sortValue: ({ audience }) => names.readers(audience),
    },
    {
      key: 'count',
      header: t('sync.queue.size'),
      width: 90,
      align: 'end',
      render: (item) => formatNumber(countIn(item)),
      sortValue: countIn,
    },
    {
      key: 'written',
      header: t('sync.queue.written'),
      width: 130,
      render: ({ writtenAtMs }) => (
        <span title={formatDateTime(writtenAtMs)}>{formatAgo(writtenAtMs, nowMs)}</span>
      ),
      sortValue: ({ writtenAtMs }) => writtenAtMs,
    },
    {
      key: 'state',
      header: t('sync.queue.state'),
      width: '2fr',
      render: (item) => <State item={item} />,
    },
    {
      key: 'acts',
      header: t('sync.item.acts'),
      isHeaderHidden: true,
      width: 76,
      render: ({ key }) => <ItemButtons item={{ workspace, key }} />,
    },
  ];
}

const countIn = ({ first, last }: QueueItem): number => last - first + 1;

const rangeOf = (item: QueueItem) => ({
  count: countIn(item),
  first: formatNumber(item.first),
  last: formatNumber(item.last),
});

function State({ item }: { readonly item: QueueItem }) {
  if (!item.isSealed) return <Badge>{t('sync.queue.unsealed')}</Badge>;
  if (item.problem === null) return <Badge>{t('sync.queue.ready')}</Badge>;
  const words = t(`sync.waiting.${item.problem}`);
  return (
    <Badge tone="warn">
      <span title={words}>{words}</span>
    </Badge>
  );
}
