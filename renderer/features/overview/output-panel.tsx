import { useMemo, useState } from 'react';
import { groupLines, orderGroups } from '#shared/metrics/overview-groups';
import type { GroupBy, GroupOrder, OverviewFigures } from '#shared/metrics/overview-groups';
import type { OverviewLine } from '#shared/metrics/overview';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import { FigureCells } from './figure-cells.tsx';
import { useFirstRows } from './first-rows.tsx';
import { namesOf } from './output-names.ts';
import { OutputRow } from './output-row.tsx';
import css from './output-panel.module.css';

interface OutputPanelProps {
  readonly plan: Plan;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly period: DrillPeriod;
  readonly by: GroupBy;
  readonly order: GroupOrder;
  readonly onChange: (change: { readonly by?: GroupBy; readonly order?: GroupOrder }) => void;
}

/** Who and what stands where against its target, figures beside the bars. */
export function OutputPanel(props: OutputPanelProps) {
  const { plan, lines, figures, period, by, order, onChange } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const names = useMemo(() => namesOf(plan), [plan]);
  const groups = useMemo(
    () => orderGroups(groupLines(lines, by), order, names[by]),
    [lines, by, order, names],
  );
  const { shown, toggle: toggleRows } = useFirstRows(groups);
  const toggle = (id: string) =>
    setOpened((held) => (held.has(id) ? without(held, id) : new Set([...held, id])));
  return (
    <Panel
      title={t('overview.output.title')}
      actions={
        <div className={css['choices']}>
          <Segmented
            size="sm"
            label={t('overview.output.by')}
            value={by}
            onChange={(next) => onChange({ by: next })}
            options={[
              { value: 'member', label: t('overview.output.byMember') },
              { value: 'outcome', label: t('overview.output.byOutcome') },
            ]}
          />
          <Segmented
            size="sm"
            label={t('overview.output.order')}
            value={order}
            onChange={(next) => onChange({ order: next })}
            options={[
              { value: 'distance', label: t('overview.output.orderDistance') },
              { value: 'name', label: t('overview.output.orderName') },
            ]}
          />
        </div>
      }
    >
      {groups.length === 0 ? (
        <p className={css['none']}>{t('overview.output.none')}</p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col" className={css['name']}>
                {by === 'member' ? t('overview.output.who') : t('overview.output.what')}
              </th>
              <th scope="col" className={css['bar']}>
                {t('overview.output.bar')}
              </th>
              <th scope="col" className={css['output']}>
                {t('overview.output.output')}
              </th>
              {(['completed', 'open', 'total', 'reopened'] as const).map((key) => (
                <th key={key} scope="col" className={css['figure']}>
                  {t(`overview.output.${key}`)}
                </th>
              ))}
              {(['turnaround', 'accuracy'] as const).map((key) => (
                <th key={key} scope="col" className={`${css['figure']} ${css['rate']}`}>
                  {t(`overview.output.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map((group) => (
            <OutputRow
              key={group.id}
              group={group}
              by={by}
              plan={plan}
              names={names}
              period={period}
              isOpen={opened.has(group.id)}
              onToggle={() => toggle(group.id)}
            />
          ))}
          {groups.length > 1 && (
            <tfoot>
              <tr className={css['totals']}>
                <th scope="row" colSpan={3}>
                  {t('overview.output.totals')}
                </th>
                <FigureCells figures={figures} period={period} />
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {toggleRows}
    </Panel>
  );
}

const without = (held: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...held].filter((each) => each !== id));
