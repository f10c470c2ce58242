import { useDeferredValue, useMemo, useRef } from 'react';
import { dayIn } from '#shared/day';
import { Hint } from '../../app/hints/hint.tsx';
import { t } from '../../i18n/text.ts';
import { openAssign } from '../../state/assign-dialog.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { setWorkView, useWorkView } from '../../state/work-view.ts';
import { Page } from '../../ui/page.tsx';
import { ASSISTANT_COLUMNS, MANAGER_COLUMNS, besideStage, boardOf } from './board-layout.ts';
import type { LaneOf } from './board-layout.ts';
import { BoardView } from './board-view.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { doWork, showWorkMenu } from './do-work.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListView } from './list-view.tsx';
import css from './open-work.module.css';
import { NOTHING_SELECTED, extended, toggled } from './selection.ts';
import { useQuery } from './use-query.ts';
import { useViews } from './use-views.ts';
import { useWorkKeys } from './use-work-keys.ts';
import type { Work } from './use-work.ts';
import { ViewBar } from './view-bar.tsx';
import { actionInto, actionOfKey } from './work-actions.ts';
import type { CardPress } from './work-card.tsx';
import { WorkDetail } from './work-detail.tsx';
import { WorkEmpty } from './work-empty.tsx';
import { NO_FILTER, isSameFilter, matcherOf, partsOf } from './work-filter.ts';
import { WorkActs, WorkSummary } from './work-head.tsx';
import type { WorkItem, WorkStage } from './work-item.ts';
import type { Lanes } from './work-params.ts';
import { nextLanes, paramsOf } from './work-params.ts';

/** The view once its work is there: filters, board or list, and the details of what is in focus. */
export function OpenWork({ work }: { readonly work: Work }) {
  const { plan, viewer, nowMs, zone } = work;
  const { activeKey, selected, isDetailOpen } = useWorkView();
  const filterField = useRef<HTMLInputElement>(null);
  const split = useRef<HTMLDivElement>(null);
  const query = useQuery();
  const { filter, layout, lanes } = query;

  const today = dayIn(zone, nowMs);
  const days = useMemo(() => ({ zone, today }), [zone, today]);
  const views = useViews(work, days);
  const shownFilter = useDeferredValue(filter);
  const items = useMemo(
    () => work.items.filter(matcherOf(shownFilter, days)),
    [work.items, shownFilter, days],
  );
  const board = useMemo(
    () => boardOf(items, viewer.isManager ? MANAGER_COLUMNS : ASSISTANT_COLUMNS, LANE_OF[lanes]),
    [items, viewer.isManager, lanes],
  );
  const isFiltered = partsOf(filter).length > 0;
  const chosenView = views.find(
    (view) =>
      isSameFilter(view.query.filter, filter) &&
      (query.viewId === null || view.key === query.viewId),
  );
  const active = activeKey === null ? undefined : items.find(({ key }) => key === activeKey);
  const chosen = useMemo(
    () => items.filter(({ key }) => selected.has(key)).map(({ entry }) => entry),
    [items, selected],
  );

  const toggle = (item: WorkItem): void =>
    setWorkView({ activeKey: item.key, selected: toggled(selected, item.key) });
  const step = (from: string | null, to: string): void =>
    setWorkView({ activeKey: to, selected: extended(selected, from, to) });
  const press = (item: WorkItem, { isAdding, isExtending }: CardPress): void => {
    if (isExtending) step(activeKey, item.key);
    else if (isAdding) toggle(item);
    else open(item);
  };
  const give = (): void => {
    if (viewer.isManager) openAssign();
    else openEntryDialog({ kind: 'new', values: {}, isRequest: true });
  };
  const move = (item: WorkItem, to: WorkStage): void => {
    const action = actionInto(item.entry, to, viewer);
    if (action) void doWork(action, [item.entry], plan, viewer);
  };
  const focusWork = (): void => split.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const showMenu = (item: WorkItem): void => void showWorkMenu(item.entry, plan, viewer);

  function onCard(item: WorkItem, { key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Enter') open(item);
    else if (key === ' ') toggle(item);
    else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) showMenu(item);
    else return false;
    return true;
  }

  useWorkKeys((event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) {
      if (key === 'a') {
        setWorkView({ selected: new Set(items.map((item) => item.key)) });
        return true;
      }
      const target = active && besideStage(board.columns, active.stage, key);
      if (active && target) move(active, target);
      return target !== undefined;
    }
    const view = /^[1-9]$/.test(key) ? views[Number(key) - 1] : undefined;
    if (view) query.choose(view);
    else if (key === '/') filterField.current?.focus();
    else if (key === 'v') query.setLayout(layout === 'board' ? 'list' : 'board');
    else if (key === 'g' && layout === 'board') query.setLanes(nextLanes(lanes, viewer.isManager));
    else if (key === 'Escape') {
      if (isDetailOpen) setWorkView({ isDetailOpen: false });
      else if (selected.size > 0) setWorkView({ selected: NOTHING_SELECTED });
      else return false;
    } else {
      const meant = chosen.length > 0 ? chosen : active ? [active.entry] : [];
      const action = meant.map((entry) => actionOfKey(key, entry, viewer)).find(Boolean);
      if (action) void doWork(action, meant, plan, viewer);
      else return active !== undefined && onCard(active, event);
    }
    return true;
  });

  const shared = { nowMs, zone, activeKey, onMenu: showMenu };
  return (
    <Page
      title={t('work.title')}
      layout="fill"
      subtitle={<WorkSummary items={work.items} viewer={viewer} />}
      actions={
        <WorkActs
          query={query}
          viewer={viewer}
          table={async () => {
            const { workTable } = await import('../../services/reports/work-table.ts');
            return workTable(
              plan,
              items.map(({ entry }) => entry),
            );
          }}
          onGive={give}
        />
      }
    >
      <div className={css['bars']}>
        <ViewBar
          views={views}
          chosen={chosenView ?? null}
          based={(chosenView ?? views.find(({ key }) => key === query.viewId))?.saved ?? null}
          unsaved={isFiltered && !chosenView ? paramsOf({ filter, layout, lanes }) : null}
          onChoose={query.choose}
        />
        <FilterBar
          items={work.items}
          plan={plan}
          isManager={viewer.isManager}
          filter={filter}
          field={filterField}
          onChange={query.setFilter}
        />
      </div>
      {items.length > 0 && layout === 'board' && <Hint name="work" />}
      <div ref={split} className={css['split']}>
        {items.length === 0 ? (
          <WorkEmpty
            work={work}
            isFiltered={isFiltered}
            onClear={() => query.setFilter(NO_FILTER)}
          />
        ) : layout === 'board' ? (
          <BoardView
            {...shared}
            board={board}
            isManager={viewer.isManager}
            selected={selected}
            onActive={(item, { isExtending }) =>
              isExtending ? step(activeKey, item.key) : setWorkView({ activeKey: item.key })
            }
            onPress={press}
            canDrop={(item, column) => actionInto(item.entry, column, viewer) !== null}
            onDrop={move}
          />
        ) : (
          <ListView
            {...shared}
            items={items}
            viewer={viewer}
            openKey={isDetailOpen ? activeKey : null}
            selection={{
              keys: selected,
              onToggle: toggle,
              onStep: (from, to) => step(from?.key ?? null, to.key),
              onRange: (rows) =>
                setWorkView({ selected: new Set([...selected, ...rows.map(({ key }) => key)]) }),
            }}
            onActive={activate}
            onOpen={open}
            empty={null}
          />
        )}
        {isDetailOpen && active && (
          <WorkDetail
            key={active.key}
            work={work}
            item={active}
            onOpen={open}
            onClose={() => {
              focusWork();
              setWorkView({ isDetailOpen: false });
            }}
            onLeave={focusWork}
          />
        )}
        {chosen.length > 0 && (
          <BulkBar
            chosen={chosen}
            plan={plan}
            viewer={viewer}
            onClear={() => setWorkView({ selected: NOTHING_SELECTED })}
          />
        )}
      </div>
    </Page>
  );
}

const LANE_OF: Readonly<Record<Lanes, LaneOf | null>> = {
  none: null,
  member: ({ entry, memberName }) => ({ key: entry.memberId, name: memberName }),
  outcome: ({ entry, outcomeName }) => ({ key: entry.outcomeId, name: outcomeName }),
};

const open = (item: WorkItem): void => setWorkView({ activeKey: item.key, isDetailOpen: true });

const activate = ({ key }: WorkItem): void => setWorkView({ activeKey: key });
