import { useMemo, useState } from 'react';
import type { RefusedFile } from '#shared/sync-report';
import { failureText } from '../../i18n/failures.ts';
import { formatAgo, formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { actOnItem, ItemButtons } from './item-buttons.tsx';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

interface RefusedTableProps {
  readonly workspace: string;
  readonly files: readonly RefusedFile[];
  readonly names: Names;
}

/** Files that were not taken, each with its reason. They stay where they are. */
export function RefusedTable({ workspace, files, names }: RefusedTableProps) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const [problem, setProblem] = useState<RefusedFile['problem'] | null>(null);
  const columns = useMemo(() => columnsOf(workspace, names, nowMs), [workspace, names, nowMs]);
  return (
    <>
      <div className={css['capped']}>
        <DataTable
          label={t('sync.refused.title')}
          rows={files}
          columns={columns}
          rowKey={({ key }) => key}
          onActive={(file) => setProblem(file.problem)}
          onKey={({ key }, pressed) => actOnItem({ workspace, key }, pressed, true)}
          empty={null}
          fit="fill"
        />
      </div>
      <p role="status" className={css['muted']}>
        {problem !== null && failureText({ code: problem }).text}
      </p>
    </>
  );
}

function columnsOf(workspace: string, names: Names, nowMs: number): readonly Column<RefusedFile>[] {
  return [
    {
      key: 'problem',
      header: t('sync.refused.problem'),
      width: '2fr',
      render: ({ problem }) => {
        const { title, text } = failureText({ code: problem });
        return <span title={text}>{title}</span>;
      },
      sortValue: ({ problem }) => failureText({ code: problem }).title,
    },
    {
      key: 'whose',
      header: t('sync.devices.who'),
      width: '1fr',
      render: ({ memberId }) => (memberId === null ? '' : names.member(memberId)),
      sortValue: ({ memberId }) => (memberId === null ? null : names.member(memberId)),
    },
    {
      key: 'file',
      header: t('sync.refused.file'),
      width: '2fr',
      render: ({ name }) => (
        <span className={css['file']} title={name}>
          {name}
        </span>
      ),
      sortValue: ({ name }) => name,
    },
    {
      key: 'seen',
      header: t('sync.refused.seen'),
      width: 110,
      render: ({ seenAtMs }) => (
        <span title={formatDateTime(seenAtMs)}>{formatAgo(seenAtMs, nowMs)}</span>
      ),
      sortValue: ({ seenAtMs }) => seenAtMs,
    },
    {
      key: 'acts',
      header: t('sync.item.acts'),
      isHeaderHidden: true,
      width: 106,
      render: ({ key }) => <ItemButtons item={{ workspace, key }} canShow />,
    },
  ];
}
