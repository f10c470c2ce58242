import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { QualityCheck } from '#shared/quality/quality-check';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { Plan } from '../../data/plan.ts';
import { useSampledAccuracy } from '../../data/quality/sampled-accuracy.ts';
import { t } from '../../i18n/text.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AccuracyTable } from './accuracy-table.tsx';
import type { AccuracyRow } from './accuracy-table.tsx';
import { ChecksDialog } from './checks-dialog.tsx';
import css from './quality.module.css';
import { useLoggedAccuracy } from './use-logged-accuracy.ts';

const PERIODS = ['days30', 'days90', 'days365'] as const;
type Period = (typeof PERIODS)[number];
const DAYS: Readonly<Record<Period, number>> = { days30: 30, days90: 90, days365: 365 };

interface AccuracyPanelProps {
  readonly plan: Plan;
  readonly today: DayKey;
}

/** What samples say of each outcome, beside what people logged themselves. */
export function AccuracyPanel({ plan, today }: AccuracyPanelProps) {
  const [period, setPeriod] = useState<Period>('days90');
  const [shown, setShown] = useState<readonly QualityCheck[] | null>(null);
  const range = { fromDay: addDays(today, 1 - DAYS[period]), toDay: today };
  const sampled = useSampledAccuracy(plan, range);
  const logged = useLoggedAccuracy(plan, range);
  const rowOf = (outcomeId: string, name: string): AccuracyRow | null =>
    sampled && logged
      ? {
          outcomeId,
          name,
          sampled: sampled.of(outcomeId ? { outcomeIds: [outcomeId] } : {}),
          logged: logged.of(outcomeId),
        }
      : null;
  const rows = (logged?.outcomeIds ?? [])
    .map((id) => rowOf(id, plan.outcomeById.get(id)?.name ?? ''))
    .filter((row) => row !== null);
  return (
    <Panel
      title={t('quality.accuracy.title')}
      actions={
        <Segmented
          size="sm"
          label={t('quality.accuracy.period')}
          value={period}
          options={PERIODS.map((value) => ({ value, label: t(`quality.accuracy.${value}`) }))}
          onChange={setPeriod}
        />
      }
    >
      {sampled && logged ? (
        <>
          {rows.length === 0 ? (
            <p className={css['muted']}>{t('quality.accuracy.empty')}</p>
          ) : (
            <AccuracyTable
              rows={rows}
              all={rowOf('', t('quality.accuracy.all'))}
              onSampled={(outcomeId) =>
                setShown(sampled.checksOf(outcomeId ? { outcomeIds: [outcomeId] } : {}))
              }
              onLogged={(outcomeId) =>
                drillDown(
                  { kind: 'custom', range, daysBy: 'member' },
                  { stage: 'completed', ...(outcomeId && { outcomeId }) },
                )
              }
            />
          )}
        </>
      ) : (
        <LoadingState />
      )}
      {shown && <ChecksDialog plan={plan} checks={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
