import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { StreamStanding } from '#shared/sync-report';
import { streamKey } from '#shared/stream/change';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { DeviceRow } from './device-rows.ts';
import type { Names } from './use-names.ts';

interface DeviceDialogProps {
  /** Null while none is open. */
  readonly row: DeviceRow | null;
  readonly names: Names;
  readonly onClose: () => void;
}

/** One device's logs, one by one. */
export function DeviceDialog({ row, names, onClose }: DeviceDialogProps) {
  return (
    <Dialog
      isOpen={row !== null}
      onClose={onClose}
      size="lg"
      title={
        row
          ? t('sync.device.title', {
              name: names.member(row.memberId),
              device: names.device(row.keyId),
            })
          : ''
      }
      description={t('sync.device.note')}
    >
      {row && (
        <DataTable
          label={t('sync.device.logs')}
          rows={row.streams}
          columns={columnsOf(names)}
          rowKey={streamKey}
          empty={null}
        />
      )}
    </Dialog>
  );
}

const columnsOf = (names: Names): readonly Column<StreamStanding>[] => [
  {
    key: 'readers',
    header: t('sync.readers.title'),
    width: '2fr',
    render: ({ audience }) => names.readers(audience),
    sortValue: ({ audience }) => names.readers(audience),
  },
  {
    key: 'seq',
    header: t('sync.device.upTo'),
    width: 90,
    align: 'end',
    render: ({ seq }) => formatNumber(seq),
    sortValue: ({ seq }) => seq,
  },
  {
    key: 'written',
    header: t('sync.device.written'),
    width: 170,
    render: ({ lastWrittenAtMs }) =>
      lastWrittenAtMs === null ? '' : formatDateTime(lastWrittenAtMs),
    sortValue: ({ lastWrittenAtMs }) => lastWrittenAtMs,
  },
  {
    key: 'missing',
    header: t('sync.device.missing'),
    width: '2fr',
    render: ({ gaps, branchCount }) =>
      [
        ...gaps.map(({ firstMissing, lastMissing }) =>
          t('sync.queue.range', {
            count: lastMissing - firstMissing + 1,
            first: formatNumber(firstMissing),
            last: formatNumber(lastMissing),
          }),
        ),
        ...(branchCount > 1 ? [t('sync.device.versions', { count: branchCount })] : []),
      ].join(', '),
  },
];
