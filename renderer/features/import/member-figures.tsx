import { useMemo } from 'react';
import type { MemberFacts } from '#shared/imports/import-facts';
import { resolveTable } from '#shared/imports/resolve-draft';
import { resolvedName } from '#shared/imports/resolve-names';
import { usePlan } from '../../data/plan.ts';
import { formatDuration, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { OpenTable } from './import-flow.ts';

/** What each member's rows say; a row opens its entries. Nothing where all are one member's. */
export function MemberFigures({ table }: { readonly table: OpenTable }) {
  const plan = usePlan();
  const columns = useMemo(() => columnsNow(), []);
  const { draft, mapping, importId } = table;
  if (!plan || !draft || draft.facts.members.length < 2) return null;
  const { members } = resolveTable(draft, mapping, plan);
  const openEntries = ({ name }: MemberFacts): void => {
    const member = resolvedName(members, name);
    if (member) go('entries', { importId, memberId: member.id });
  };
  return (
    <Panel title={t('import.done.byMember')}>
      <DataTable
        label={t('import.done.byMember')}
        rows={draft.facts.members}
        columns={columns}
        rowKey={({ name }) => name}
        onOpen={openEntries}
        empty={null}
      />
    </Panel>
  );
}

const countColumn = (
  key: 'rows' | 'completed' | 'open' | 'reopened',
  count: (facts: MemberFacts) => number,
): Column<MemberFacts> => ({
  key,
  header: t(`import.done.${key}`),
  align: 'end',
  width: 120,
  render: (facts) => formatNumber(count(facts)),
  sortValue: count,
});

const columnsNow = (): readonly Column<MemberFacts>[] => [
  {
    key: 'member',
    header: t('import.done.member'),
    width: '2fr',
    render: ({ name }) => name || t('import.done.nobody'),
    sortValue: ({ name }) => name,
  },
  countColumn('rows', ({ rowCount }) => rowCount),
  countColumn('completed', ({ completedCount }) => completedCount),
  countColumn('open', ({ rowCount, completedCount }) => rowCount - completedCount),
  {
    key: 'turnaround',
    header: t('import.done.turnaround'),
    align: 'end',
    width: 160,
    render: ({ medianTurnaroundMs: ms }) => (ms === null ? '–' : formatDuration(ms)),
    sortValue: ({ medianTurnaroundMs }) => medianTurnaroundMs,
  },
  countColumn('reopened', ({ reopenedCount }) => reopenedCount),
];
