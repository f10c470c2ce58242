import { useMemo } from 'react';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { NOTHING_OVERDUE, openSla } from '#shared/metrics/compliance';
import { groupLines, orderGroups } from '#shared/metrics/overview-groups';
import type { GroupBy, OverviewFigures } from '#shared/metrics/overview-groups';
import type { OverviewLine } from '#shared/metrics/overview';
import { lateBy, serviceOf } from '#shared/metrics/service';
import type { TermsBook } from '#shared/metrics/terms';
import { SLA_STAGES } from '#shared/plan/outcome';
import type { SlaStage } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import { useFirstRows } from './first-rows.tsx';
import { namesOf } from './output-names.ts';
import type { PromiseChoice } from './overview-params.ts';
import css from './service-panel.module.css';
import { ServiceRow } from './service-row.tsx';

interface ServicePanelProps {
  readonly plan: Plan;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly open: readonly Deliverable[];
  readonly terms: TermsBook;
  readonly nowMs: number;
  readonly period: DrillPeriod;
  readonly by: GroupBy;
  readonly promise: PromiseChoice;
  readonly onChange: (change: { readonly promise: PromiseChoice }) => void;
}

/** Promises kept, and how long work takes in working time, by member or by outcome. */
export function ServicePanel(props: ServicePanelProps) {
  const { plan, lines, figures, open, terms, nowMs, period, by, promise, onChange } = props;
  const promised = useMemo(() => promisedStages(plan), [plan]);
  const stages = promise === 'all' ? SLA_STAGES : [promise];
  const late = useMemo(() => lateBy(by, open, terms, nowMs), [by, open, terms, nowMs]);
  const lateAll = useMemo(() => openSla(open, terms, nowMs), [open, terms, nowMs]);
  const names = useMemo(() => namesOf(plan), [plan]);
  const groups = useMemo(
    () =>
      orderGroups(groupLines(lines, by), 'name', names[by]).filter(
        (group) => group.figures.totalCount > 0,
      ),
    [lines, by, names],
  );
  const { shown, toggle } = useFirstRows(groups);
  if (groups.length === 0) return null;
  return (
    <Panel
      title={t('overview.service.title')}
      note={t('overview.service.note')}
      actions={
        promised.length > 1 && (
          <Segmented
            size="sm"
            label={t('overview.service.promise')}
            value={promise}
            onChange={(next) => onChange({ promise: next })}
            options={(['all', ...promised] as const).map((value) => ({
              value,
              label: t(`overview.service.stage.${value}`),
            }))}
          />
        )
      }
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={css['name']}>
              {t(by === 'member' ? 'overview.output.who' : 'overview.output.what')}
            </th>
            <th scope="colgroup" colSpan={3} className={css['group']}>
              <span
                className={css['groupName']}
                data-tooltip={t('overview.service.keptDefinition')}
              >
                {t('overview.service.kept')}
              </span>
            </th>
            <th scope="colgroup" colSpan={3} className={css['group']}>
              <span
                className={css['groupName']}
                data-tooltip={t('overview.service.turnaroundDefinition')}
              >
                {t('overview.service.turnaround')}
              </span>
            </th>
            <th scope="colgroup" colSpan={2} className={css['group']}>
              <span
                className={css['groupName']}
                data-tooltip={t('overview.service.cycleDefinition')}
              >
                {t('overview.service.cycle')}
              </span>
            </th>
            <th scope="col" rowSpan={2} className={css['waits']}>
              <span data-tooltip={t('overview.service.waitsDefinition')}>
                {t('overview.service.waits')}
              </span>
            </th>
          </tr>
          <tr>
            {(['raw', 'excused', 'late', 'half', 'most', 'nearlyAll', 'half', 'most'] as const).map(
              (key, at) => (
                <th
                  key={`${key} ${String(at)}`}
                  scope="col"
                  className={css['figure']}
                  data-first={at === 0 || at === 3 || at === 6 || undefined}
                >
                  {t(`overview.service.${key}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <ServiceRow
              key={group.id}
              name={names[by](group.id)}
              service={serviceOf(
                group.figures.completed,
                late.get(group.id) ?? NOTHING_OVERDUE,
                stages,
              )}
              period={period}
              target={by === 'member' ? { memberId: group.id } : { outcomeId: group.id }}
            />
          ))}
        </tbody>
        {groups.length > 1 && (
          <tfoot>
            <ServiceRow
              name={t('overview.output.totals')}
              service={serviceOf(figures.completed, lateAll, stages)}
              period={period}
              target={{}}
              isTotal
            />
          </tfoot>
        )}
      </table>
      {toggle}
    </Panel>
  );
}

/** The stages that any outcome promises anything about. */
function promisedStages(plan: Plan): readonly SlaStage[] {
  const promised = new Set(plan.outcomes.flatMap(({ slas }) => slas.map(({ to }) => to)));
  return SLA_STAGES.filter((stage) => promised.has(stage));
}
