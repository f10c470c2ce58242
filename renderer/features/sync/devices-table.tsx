import { useMemo } from 'react';
import { formatAgo, formatDateTime, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { clockWords } from './clock-words.ts';
import type { DeviceRow } from './device-rows.ts';
import { DEVICE_STATES } from './device-rows.ts';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

interface DevicesTableProps {
  readonly rows: readonly DeviceRow[];
  readonly names: Names;
  readonly onOpen: (row: DeviceRow) => void;
}

/** Every device of the team, how far its logs are known here, and its clock. */
export function DevicesTable({ rows, names, onOpen }: DevicesTableProps) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const columns = useMemo(() => columnsOf(names, nowMs), [names, nowMs]);
  return (
    <DataTable
      label={t('sync.devices.title')}
      rows={rows}
      columns={columns}
      rowKey={({ keyId }) => keyId}
      onOpen={onOpen}
      empty={<EmptyState title={t('sync.devices.none')} text={t('sync.devices.noneText')} />}
    />
  );
}

const columnsOf = (names: Names, nowMs: number): readonly Column<DeviceRow>[] => [
  {
    key: 'who',
    header: t('sync.devices.who'),
    width: '2fr',
    render: ({ memberId, isOwn }) =>
      isOwn
        ? t('sync.devices.thisComputer', { name: names.member(memberId) })
        : names.member(memberId),
    sortValue: ({ memberId }) => names.member(memberId),
  },
  {
    key: 'device',
    header: t('sync.devices.device'),
    width: '2fr',
    render: ({ keyId }) => names.device(keyId),
    sortValue: ({ keyId }) => names.device(keyId),
  },
  seqColumn('own', t('sync.devices.ownLog'), ({ ownSeq }) => ownSeq),
  seqColumn('team', t('sync.devices.teamLog'), ({ teamSeq }) => teamSeq),
  {
    key: 'heard',
    header: t('sync.devices.heard'),
    width: 110,
    render: ({ heardAtMs, isOwn }) =>
      heardAtMs === null ? (
        <span className={css['faint']}>{isOwn ? '' : t('sync.devices.notKnown')}</span>
      ) : (
        <span title={formatDateTime(heardAtMs)}>{formatAgo(heardAtMs, nowMs)}</span>
      ),
    sortValue: ({ heardAtMs }) => heardAtMs,
  },
  {
    key: 'clock',
    header: t('sync.clock.title'),
    width: 214,
    render: (row) => <ClockCell row={row} />,
    sortValue: ({ standing }) => standing?.offset.atLeastMs ?? null,
  },
  {
    key: 'state',
    header: t('sync.queue.state'),
    width: 150,
    render: (row) => <StateBadge row={row} />,
    sortValue: ({ state }) => DEVICE_STATES.indexOf(state),
  },
];

const seqColumn = (
  key: string,
  header: string,
  seqOf: (row: DeviceRow) => number | null,
): Column<DeviceRow> => ({
  key,
  header,
  width: 110,
  align: 'end',
  render: (row) => {
    const seq = seqOf(row);
    return seq === null ? '' : formatNumber(seq);
  },
  sortValue: seqOf,
});

function ClockCell({ row: { isOwn, standing } }: { readonly row: DeviceRow }) {
  if (isOwn) return <span className={css['faint']}>{t('sync.clock.ours')}</span>;
  const { text, isOff } = clockWords(standing?.offset ?? { atLeastMs: null, atMostMs: null });
  return (
    <span className={css[isOff ? 'off' : 'faint']} title={text}>
      {text}
    </span>
  );
}

const TONES = {
  unaccepted: 'warn',
  update: 'warn',
  missing: 'warn',
  forked: 'warn',
  unsent: 'accent',
  current: 'good',
} as const satisfies Record<DeviceRow['state'], string>;

function StateBadge({ row: { state, missingCount, unsentCount } }: { readonly row: DeviceRow }) {
  const count = state === 'unsent' ? unsentCount : missingCount;
  return <Badge tone={TONES[state]}>{t(`sync.devices.states.${state}`, { count })}</Badge>;
}
