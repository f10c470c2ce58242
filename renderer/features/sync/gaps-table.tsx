import { useMemo } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { GapRow } from './problem-rows.ts';
import { countIn } from './problem-rows.ts';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

interface GapsTableProps {
  readonly gaps: readonly GapRow[];
  readonly names: Names;
}

/** Holes by name: whose, which entries, how many. */
export function GapsTable({ gaps, names }: GapsTableProps) {
  const columns = useMemo(() => columnsOf(names), [names]);
  return (
    <div className={css['capped']}>
      <DataTable
        label={t('sync.trouble.gaps')}
        rows={gaps}
        columns={columns}
        rowKey={({ key }) => key}
        empty={null}
        fit="fill"
      />
    </div>
  );
}

const columnsOf = (names: Names): readonly Column<GapRow>[] => [
  {
    key: 'missing',
    header: t('sync.trouble.missing'),
    width: '4fr',
    render: (gap) => gapText(gap, names),
    sortValue: (gap) => gapText(gap, names),
  },
  {
    key: 'readers',
    header: t('sync.readers.title'),
    width: '2fr',
    render: ({ stream }) => names.readers(stream.audience),
    sortValue: ({ stream }) => names.readers(stream.audience),
  },
  {
    key: 'count',
    header: t('sync.queue.size'),
    width: 90,
    align: 'end',
    render: (gap) => formatNumber(countIn(gap)),
    sortValue: countIn,
  },
];

/** "Ana’s laptop: entries 215 to 260 are missing". */
const gapText = (gap: GapRow, names: Names): string =>
  t('sync.trouble.gap', {
    count: countIn(gap),
    name: names.member(gap.stream.memberId),
    device: names.device(gap.stream.keyId),
    first: formatNumber(gap.firstMissing),
    last: formatNumber(gap.lastMissing),
  });
