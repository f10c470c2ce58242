import { useLayoutEffect, useMemo, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { RowSelection } from '../../ui/data-table.tsx';
import css from './list-view.module.css';
import { listColumns } from './list-columns.tsx';
import type { WorkItem } from './work-item.ts';
import type { Viewer } from './work-actions.ts';

interface ListViewProps {
  readonly items: readonly WorkItem[];
  readonly nowMs: number;
  readonly zone: string;
  readonly viewer: Viewer;
  readonly activeKey: string | null;
  readonly openKey: string | null;
  readonly selection: RowSelection<WorkItem>;
  readonly onActive: (item: WorkItem) => void;
  readonly onOpen: (item: WorkItem) => void;
  readonly onMenu: (item: WorkItem) => void;
  readonly empty: React.ReactNode;
}

/** The same work in rows: to sort, to compare, to choose many. */
export function ListView({ items, nowMs, zone, viewer, ...table }: ListViewProps) {
  const { keys, onToggle } = table.selection;
  const frame = useRef<HTMLDivElement>(null);
  // Its keys work from the first moment.
  useLayoutEffect(
    () =>
      frame.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }),
    [],
  );
  const columns = useMemo(
    () =>
      listColumns({
        nowMs,
        zone,
        hasMember: viewer.isManager,
        selected: keys,
        onToggle,
      }),
    [nowMs, zone, viewer.isManager, keys, onToggle],
  );
  return (
    <div ref={frame} className={css['frame']}>
      <DataTable
        label={t('work.list')}
        rows={items}
        columns={columns}
        rowKey={keyOf}
        fit="fill"
        initialActiveKey={table.activeKey}
        openKey={table.openKey}
        selection={table.selection}
        onActive={table.onActive}
        onOpen={table.onOpen}
        onContextMenu={table.onMenu}
        empty={table.empty}
      />
    </div>
  );
}

const keyOf = ({ key }: WorkItem): string => key;
