import { useMemo, useState } from 'react';
import type { WaitGroup, WaitingItem } from '#shared/metrics/insights/bottlenecks';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Entry } from '../../../data/entry.ts';
import { formatMoney } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { useRoute } from '../../../state/route.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ChainPanel } from './chain-panel.tsx';
import css from './flow.module.css';
import { FlowFigure } from './flow-figure.tsx';
import { WORK_COLUMNS } from './flow-table.ts';
import type { FlowTable } from './flow-table.ts';
import { waitName, workCells } from './flow-names.ts';
import type { FlowScope } from './flow-scope.ts';
import { openWork } from './open-entry.ts';
import { useWaiting } from './use-waiting.ts';
import { WaitGroupRows } from './wait-group-rows.tsx';

interface WaitingPanelProps {
  readonly flow: FlowScope;
  readonly figures: Figures;
  readonly open: readonly Entry[];
}

/** What cannot go on now: for whom it waits, what that costs, and the chain behind the one that is picked. */
export function WaitingPanel({ flow, figures, open }: WaitingPanelProps) {
  const waiting = useWaiting(flow, figures, open);
  const askedId = useRoute().params['behind'];
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [pickedId, setPickedId] = useState<string | null>(null);
  const table = useMemo(() => tableOf(flow, waiting?.items ?? []), [flow, waiting]);
  if (!waiting) return <LoadingState label={t('insightsFlow.waiting.loading')} />;
  const { items, groups, openById } = waiting;
  // What was asked for, or else what most waits behind, is what to look at first.
  const held = waiting.holdUps.find(({ id }) => id === askedId) ?? waiting.holdUps[0];
  const worst = held?.behindIds.find((id) => items.some((item) => idOf(item) === id));
  const picked =
    items.find((item) => idOf(item) === pickedId) ??
    items.find((item) => idOf(item) === worst) ??
    items[0];
  const shownKey = openKey ?? (picked ? groupKey(picked) : '');
  const currency = flow.plan.workspace?.currency ?? '';
  const money = (minor: number): string => formatMoney(minor, currency);
  const late = items.reduce((sum, { lateCount }) => sum + lateCount, 0);
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.waiting.title')}
      note={
        items.length > 0 &&
        t('insightsFlow.waiting.note', {
          pieces: items.length,
          open: open.length,
          late: t('insightsFlow.waiting.lateCount', { count: late }),
        })
      }
      definition={t('insightsFlow.define.waiting')}
      empty={items.length === 0 ? t('insightsFlow.waiting.empty') : undefined}
      table={table}
    >
      <div className={css['columns']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('insightsFlow.waiting.who')}</th>
              <th scope="col" className={css['number']}>
                {t('insightsFlow.waiting.pieces')}
              </th>
              <th scope="col" className={css['number']}>
                {t('insightsFlow.waiting.hours')}
              </th>
              <th scope="col" className={css['number']}>
                {t('insightsFlow.waiting.value')}
              </th>
              <th scope="col" className={css['number']}>
                {t('insightsFlow.waiting.late')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <WaitGroupRows
                key={groupKey(group)}
                flow={flow}
                group={group}
                money={money}
                isOpen={groupKey(group) === shownKey}
                pickedId={picked ? idOf(picked) : ''}
                onToggle={() => setOpenKey(groupKey(group) === shownKey ? '' : groupKey(group))}
                onPick={setPickedId}
              />
            ))}
          </tbody>
        </table>
        {picked && (
          <ChainPanel
            flow={flow}
            item={picked}
            waiting={waiting}
            openById={openById}
            isAskedFor={askedId !== undefined}
          />
        )}
      </div>
    </FlowFigure>
  );
}

const idOf = ({ deliverable }: WaitingItem): string => deliverable.id;
const groupKey = ({ on, whoId }: Pick<WaitGroup, 'on' | 'whoId'>): string => `${on} ${whoId}`;

const tableOf = ({ plan }: FlowScope, items: readonly WaitingItem<Entry>[]): FlowTable => ({
  columns: [
    ...WORK_COLUMNS(),
    { title: t('insightsFlow.waiting.who'), kind: 'text' },
    { title: t('insightsFlow.waiting.hours'), kind: 'duration' },
    {
      title: t('insightsFlow.waiting.value'),
      kind: 'money',
      currency: plan.workspace?.currency ?? '',
    },
    { title: t('insightsFlow.waiting.late'), kind: 'number' },
  ],
  rows: items.map(({ deliverable, on, whoId, sinceMs, waitedMs, valueMinor, lateCount }) => ({
    key: deliverable.id,
    cells: [
      ...workCells(plan, deliverable),
      waitName(plan, on, whoId),
      sinceMs === null ? null : waitedMs,
      valueMinor,
      lateCount,
    ],
    onOpen: () => openWork(deliverable),
  })),
});
