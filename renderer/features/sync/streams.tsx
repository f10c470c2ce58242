import { FileDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { HeadEntry, SyncStatus, WorkspaceEntry } from '#shared/ipc';
import { audienceMember } from '#shared/stream/change';
import { bridge } from '../../bridge.ts';
import { failureText } from '../../i18n/failures.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast.ts';
import { useMemberName } from './member-name.ts';
import type { StreamRow } from './stream-rows.ts';
import { streamRows } from './stream-rows.ts';

interface StreamsProps {
  readonly workspace: WorkspaceEntry;
  readonly sync: SyncStatus;
}

export function Streams({ workspace, sync }: StreamsProps) {
  const heads = useHeads(sync);
  const waiting = useSession((state) => state.waiting);
  const nameOf = useMemberName();
  const rows = useMemo(
    () => streamRows(sync, heads, new Set(waiting.map(({ streamKey }) => streamKey))),
    [sync, heads, waiting],
  );
  const columns = useMemo(() => columnsOf(nameOf, workspace), [nameOf, workspace]);
  return (
    <DataTable
      label={t('sync.streams.label')}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t('sync.streams.empty')} text={t('sync.streams.emptyText')} />}
    />
  );
}

/** Read anew with every change of the state: what arrived moved a head. */
function useHeads(sync: SyncStatus): readonly HeadEntry[] {
  const [heads, setHeads] = useState<readonly HeadEntry[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void bridge.heads({ workspace: sync.workspace }).then((read) => {
      if (isCurrent && read.ok) setHeads(read.value);
      return undefined;
    });
    return () => {
      isCurrent = false;
    };
  }, [sync]);
  return heads;
}

function columnsOf(
  nameOf: (memberId: string) => string,
  workspace: WorkspaceEntry,
): readonly Column<StreamRow>[] {
  return [
    {
      key: 'whose',
      header: t('sync.streams.whose'),
      width: '2fr',
      render: ({ memberId, isOwn }) =>
        isOwn ? t('sync.streams.thisComputer', { name: nameOf(memberId) }) : nameOf(memberId),
      sortValue: ({ memberId }) => nameOf(memberId),
    },
    {
      key: 'readers',
      header: t('sync.streams.readers'),
      width: '2fr',
      render: ({ audience }) => readersOf(audience, nameOf),
    },
    {
      key: 'here',
      header: t('sync.streams.here'),
      width: 120,
      align: 'end',
      render: ({ seq }) => formatNumber(seq),
      sortValue: ({ seq }) => seq,
    },
    {
      key: 'sent',
      header: t('sync.streams.sent'),
      width: 120,
      align: 'end',
      render: ({ sentSeq }) =>
        sentSeq === null || workspace.isSample ? '' : formatNumber(sentSeq),
      sortValue: ({ sentSeq }) => sentSeq,
    },
    {
      key: 'state',
      header: t('sync.streams.state'),
      width: 150,
      render: (row) => <State row={row} isSample={workspace.isSample} />,
    },
    {
      key: 'export',
      header: t('sync.streams.export'),
      isHeaderHidden: true,
      width: 44,
      render: (row) =>
        workspace.isSample ? null : <ExportButton row={row} workspace={workspace.id} />,
    },
  ];
}

function readersOf(audience: StreamRow['audience'], nameOf: (memberId: string) => string): string {
  const member = audienceMember(audience);
  if (member !== null) return t('sync.streams.member', { name: nameOf(member) });
  return t(audience === 'team' ? 'sync.streams.team' : 'sync.streams.managers');
}

function State({ row, isSample }: { readonly row: StreamRow; readonly isSample: boolean }) {
  if (isSample) return <Badge>{t('sync.streams.kept')}</Badge>;
  if (!row.isAccepted) return <Badge tone="warn">{t('sync.streams.unaccepted')}</Badge>;
  if (row.hasGap) return <Badge tone="warn">{t('sync.streams.gap')}</Badge>;
  if (row.sentSeq === null) return <Badge>{t('sync.streams.read')}</Badge>;
  const unsent = row.seq - row.sentSeq;
  return unsent > 0 ? (
    <Badge tone="accent">{t('sync.streams.toSend', { count: unsent })}</Badge>
  ) : (
    <Badge tone="good">{t('sync.streams.allSent')}</Badge>
  );
}

/** A way out where no folder helps: the unsent part as a file, for a mail or a memory stick. */
function ExportButton({ row, workspace }: { readonly row: StreamRow; readonly workspace: string }) {
  const { stream, epoch, sentSeq, seq } = row;
  if (sentSeq === null || seq <= sentSeq) return null;
  const save = async () => {
    const saved = await bridge.exportBatch({ workspace, stream, epoch, first: sentSeq + 1 });
    if (saved.ok) {
      showToast({
        tone: 'good',
        title: t('sync.streams.exported', { file: saved.value.fileName }),
      });
    } else if (saved.error.code !== 'cancelled') {
      showToast({ tone: 'bad', ...failureText(saved.error) });
    }
  };
  return (
    <IconButton
      size="sm"
      label={t('sync.streams.export')}
      icon={<FileDown aria-hidden />}
      onClick={() => void save()}
    />
  );
}
