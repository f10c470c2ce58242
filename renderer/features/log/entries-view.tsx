import { ScrollText } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Hint } from '../../app/hints/hint.tsx';
import { NextStep } from '../../app/parts/next-step.tsx';
import { oddBy } from '../../app/parts/odd-entry.tsx';
import { ExportMenu } from '../../app/parts/reports/export-menu.tsx';
import { readEntry } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { actOnEntry, actionOfKey, showEntryMenu } from '../../services/entry-actions.ts';
import { entriesTable } from '../../services/reports/entries-table.ts';
import { go, useRoute } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useWidthOf } from '../../ui/width-of.ts';
import { EntriesBar } from './entries-bar.tsx';
import type { EntriesQuery } from './entries-params.ts';
import { filterOf, paramsOf, queryOf } from './entries-params.ts';
import { EntriesTotals } from './entries-totals.tsx';
import css from './entries-view.module.css';
import { entryColumns } from './entry-columns.tsx';
import { EntryDetail } from './entry-detail.tsx';
import type { EntryRow } from './use-entries.ts';
import { useEntries } from './use-entries.ts';
import { useOpenedEntry } from './use-opened-entry.ts';
import { useEntryTotals } from './use-entry-totals.ts';

/** What all columns need to be read; the details take theirs, with the gap before them. */
const ALL_COLUMNS_PX = 860;
const DETAIL_PX = 380;

/** Every entry there is, found and added up: the end of each drill-down. */
export function EntriesView() {
  const plan = usePlan();
  return plan ? <LoadedEntries plan={plan} /> : <LoadingState />;
}

function LoadedEntries({ plan }: { readonly plan: Plan }) {
  const { params } = useRoute();
  const { memberId, seat } = useSessionOf('memberId', 'seat');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [opened, setOpened] = useOpenedEntry(params);
  const members = seat === 'manager' ? plan.members : [];
  const query = useMemo(
    () => ({ ...queryOf(params), ...(seat === 'assistant' && { memberIds: [memberId] }) }),
    [params, seat, memberId],
  );
  const odd = oddBy(plan);
  const list = useEntries(filterOf(query, text, odd));
  const totals = useEntryTotals(query, text, odd);
  const split = useRef<HTMLDivElement>(null);
  const widthPx = useWidthOf(split, 1_200);
  const shown = useLive(
    async () => opened && (await readEntry(opened.audience, opened.id)),
    [opened?.audience, opened?.id],
  );
  const detail = opened && shown?.id === opened.id && !shown.isDeleted ? shown : null;
  const isWide = widthPx >= ALL_COLUMNS_PX + (detail ? DETAIL_PX : 0);
  const columns = useMemo(
    () =>
      entryColumns(plan, {
        hasMembers: members.length > 1 && query.memberIds.length !== 1,
        hasAmounts: isWide,
      }),
    [plan, members.length, query.memberIds.length, isWide],
  );
  const change = (part: Partial<EntriesQuery>) => go('entries', paramsOf({ ...query, ...part }));
  const isOwn = (row: EntryRow) => row.entry?.memberId === memberId;

  return (
    <Page
      title={t('log.title')}
      layout="fill"
      actions={
        <ExportMenu
          name={t('log.title')}
          tables={async () => [await entriesTable(plan, filterOf(query, text, odd))]}
        />
      }
    >
      <EntriesBar
        plan={plan}
        members={members}
        query={query}
        text={typed}
        onChange={change}
        onText={setTyped}
      />
      <EntriesTotals
        plan={plan}
        outcomeId={onlyOf(query.outcomeIds)}
        totals={totals}
        found={list?.total ?? 0}
      />
      {list && list.total > 0 && <Hint name="entries" />}
      <div ref={split} className={css['split']} aria-busy={list?.isStale ?? true}>
        {list ? (
          <DataTable
            // What was found anew is read from its beginning.
            key={list.filterKey}
            label={t('log.title')}
            rows={list.rows}
            columns={columns}
            rowKey={rowKey}
            fit="fill"
            openKey={detail ? `${detail.audience}/${detail.id}` : null}
            onVisible={list.onVisible}
            onOpen={({ entry }) => entry && setOpened(entry)}
            onContextMenu={(row) => {
              if (row.entry && isOwn(row)) void showEntryMenu(row.entry, plan);
            }}
            onKey={(row, key) => {
              const action = row.entry && isOwn(row) ? actionOfKey(key, row.entry) : null;
              if (row.entry && action) void actOnEntry(action, row.entry, plan);
              return action !== null;
            }}
            empty={
              <NoEntries
                plan={plan}
                isFiltered={Object.keys(params).length > 0 || typed !== ''}
                onClear={() => {
                  setTyped('');
                  go('entries');
                }}
              />
            }
          />
        ) : (
          <LoadingState />
        )}
        {detail && (
          <EntryDetail
            key={detail.id}
            entry={detail}
            plan={plan}
            isOwn={detail.memberId === memberId}
            onClose={() => {
              split.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
              setOpened(null);
            }}
          />
        )}
      </div>
    </Page>
  );
}

/** The one id there is; empty of none and of several. */
const onlyOf = (ids: readonly string[]): string => (ids.length === 1 ? (ids[0] ?? '') : '');

const rowKey = ({ key }: EntryRow): string => key;

interface NoEntriesProps {
  readonly plan: Plan;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function NoEntries({ plan, isFiltered, onClear }: NoEntriesProps) {
  return (
    <EmptyState
      icon={<ScrollText size={28} strokeWidth={1.5} aria-hidden />}
      title={isFiltered ? t('log.list.noneFound') : t('log.list.none')}
      text={isFiltered ? t('log.list.noneFoundText') : t('log.list.noneText')}
      action={
        isFiltered ? (
          <Button onClick={onClear}>{t('log.list.showAll')}</Button>
        ) : (
          <NextStep plan={plan} />
        )
      }
    />
  );
}
