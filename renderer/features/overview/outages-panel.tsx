import { lazy, Suspense, useMemo, useState } from 'react';
import type { DayKey } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';
import type { OutageFigures } from '#shared/outages/outage-figures';
import { outageFigures } from '#shared/outages/outage-figures';
import type { Outage } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import { useOutages } from '../../data/outages.ts';
import type { Plan } from '../../data/plan.ts';
import { formatNumber, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { memberClock, memberDays } from '../../services/work-clocks.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './outages-panel.module.css';

const OutagesDialog = lazy(async () => {
  const { OutagesDialog } = await import('../../app/parts/outages/outages-dialog.tsx');
  return { default: OutagesDialog };
});

interface OutagesPanelProps {
  readonly plan: Plan;
  readonly range: DayRange;
  readonly today: DayKey;
}

interface Row extends OutageFigures {
  readonly member: Member;
}

const FIGURES = ['excused', 'thisMonth', 'lastMonth', 'seen', 'told', 'open'] as const;

/** How much outages take out of the excused figures, by member, and who says so. Nothing where there were none. */
export function OutagesPanel({ plan, range, today }: OutagesPanelProps) {
  const outages = useOutages();
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = useMemo(
    () => (outages ? rowsOf(outages, plan, range, today) : []),
    [outages, plan, range, today],
  );
  const opened = openId === null ? undefined : plan.memberById.get(openId);
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t('outages.title')}
      note={<span data-tooltip={t('outages.definition')}>{t('outages.team.note')}</span>}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['name']}>
              {t('outages.team.member')}
            </th>
            {FIGURES.map((key) => (
              <th key={key} scope="col" className={css['figure']}>
                {t(`outages.team.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.member.id} className={css['row']}>
              <th scope="row" className={css['name']}>
                <button
                  type="button"
                  className={css['link']}
                  aria-label={t('outages.team.openOf', { name: row.member.name })}
                  onClick={() => setOpenId(row.member.id)}
                >
                  {row.member.name}
                </button>
              </th>
              <td className={css['figure']}>{workText(row.shownMs)}</td>
              <td className={css['figure']}>{workText(row.thisMonthMs)}</td>
              <td className={css['figure']}>{workText(row.lastMonthMs)}</td>
              <td className={css['figure']}>{formatNumber(row.seenCount)}</td>
              <td className={css['figure']}>{formatNumber(row.toldCount)}</td>
              <td className={css['figure']}>{formatNumber(row.askedCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened && (
        <Suspense>
          <OutagesDialog plan={plan} member={opened} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

const workText = (ms: number): string => (ms > 0 ? formatWorkTime(ms) : '–');

/** Members with an outage in the days shown, this month or last; the most excused first. */
function rowsOf(
  outages: readonly Outage[],
  plan: Plan,
  range: DayRange,
  today: DayKey,
): readonly Row[] {
  const rows = plan.members.map((member) => {
    const own = outages.filter(({ memberId }) => memberId === member.id);
    const clock = memberClock(member, plan.calendarById);
    const days = memberDays(member, plan.calendarById);
    return { member, ...outageFigures(own, clock, days, range, today) };
  });
  return rows
    .filter(hasAny)
    .toSorted((a, b) => b.shownMs - a.shownMs || b.thisMonthMs - a.thisMonthMs);
}

function hasAny({ shownMs, thisMonthMs, lastMonthMs, seenCount, toldCount, askedCount }: Row) {
  return shownMs + thisMonthMs + lastMonthMs + seenCount + toldCount + askedCount > 0;
}
