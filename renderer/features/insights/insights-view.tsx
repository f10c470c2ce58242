import '../../i18n/view-words.ts';
import { ChartSpline } from 'lucide-react';
import { Suspense, useCallback, useRef } from 'react';
import { dayIn } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { ReportTable } from '#shared/exports/report-table';
import type { DayRange } from '#shared/metrics/period';
import { PeriodBar } from '../../app/parts/period/period-bar.tsx';
import { wholeRange } from '../../app/parts/period/period-choice.ts';
import { rangeWords } from '../../app/parts/period/period-words.ts';
import { ExportMenu } from '../../app/parts/reports/export-menu.tsx';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { recalledLive } from '../../data/recalled-live.ts';
import { dayRange } from '../../data/rollups.ts';
import { t } from '../../i18n/text.ts';
import { replaceRoute, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { useReadyMark } from '../../state/use-ready-mark.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NextStep } from '../../app/parts/next-step.tsx';
import { Hint } from '../../app/hints/hint.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import type { InsightsChoice } from './insights-params.ts';
import { INSIGHTS_TABS, bucketIn, choiceFrom, paramsFrom } from './insights-params.ts';
import { TAB_PANELS } from './insights-tabs.ts';
import css from './insights-view.module.css';
import { SavedViewsBar } from './saved-views-bar.tsx';
import { useInsights } from './use-insights.ts';

const useSpan = recalledLive(dayRange);

/** Figures over any time, by whatever they can be seen by; each opens what it is made of. */
export function InsightsView() {
  const plan = usePlan();
  const { params } = useRoute();
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const span = useSpan();
  if (!plan || span === undefined) return <Loading />;
  const today = dayIn(plan.memberById.get(memberId)?.timeZone ?? 'UTC', nowMs);
  const choice = choiceFrom(params, today);
  if (span === null) {
    return (
      <Page title={t('insights.title')}>
        <EmptyState
          icon={<ChartSpline size={28} strokeWidth={1.5} aria-hidden />}
          title={t('insights.empty.title')}
          text={t('insights.empty.text')}
          action={<NextStep plan={plan} />}
        />
      </Page>
    );
  }
  const range = choice.range ?? wholeRange(span, today);
  return <Insights plan={plan} choice={choice} range={range} today={today} nowMs={nowMs} />;
}

const Loading = () => (
  <Page title={t('insights.title')}>
    <LoadingState label={t('insights.loading')} />
  </Page>
);

interface InsightsProps {
  readonly plan: Plan;
  readonly choice: InsightsChoice;
  readonly range: DayRange;
  readonly today: DayKey;
  readonly nowMs: number;
}

function Insights({ plan, choice, range, today, nowMs }: InsightsProps) {
  const bucket = bucketIn(range, choice.bucket);
  const facts = useInsights(plan, { choice, range, bucket, today });
  const makeTables = useRef<() => readonly ReportTable[]>(() => []);
  const onTables = useCallback((make: () => readonly ReportTable[]) => {
    makeTables.current = make;
  }, []);
  const Panels = TAB_PANELS[choice.tab];
  const days = rangeWords(choice.kind, range, today);
  return (
    <Page
      title={t('insights.title')}
      subtitle={days}
      actions={
        <>
          <PeriodBar
            hasClients={plan.clients.some(({ timeZone }) => timeZone !== '')}
            choice={choice}
            shown={range}
            today={today}
            onChange={change}
          />
          <ExportMenu
            name={t('insights.exportName', { tab: t(`insights.tab.${choice.tab}`) })}
            subtitle={days}
            tables={async () => await Promise.resolve(makeTables.current())}
          />
        </>
      }
    >
      <div className={css['choices']}>
        <SavedViewsBar choice={choice} today={today} />
        <ChoiceBar plan={plan} choice={choice} range={range} bucket={bucket} onChange={change} />
      </div>
      <Tabs
        label={t('insights.tabs')}
        value={choice.tab}
        onChange={(tab) => change({ ...choice, tab })}
        tabs={INSIGHTS_TABS.map((value) => ({ value, label: t(`insights.tab.${value}`) }))}
      >
        {facts ? (
          <div className={css['panels']}>
            <Hint name="insights" />
            <Suspense fallback={<LoadingState label={t('insights.loading')} />}>
              <Panels
                {...facts}
                plan={plan}
                choice={choice}
                bucket={bucket}
                period={{ kind: choice.kind, range, daysBy: choice.daysBy }}
                today={today}
                nowMs={nowMs}
                onTables={onTables}
              />
              <Ready />
            </Suspense>
          </div>
        ) : (
          <LoadingState label={t('insights.loading')} />
        )}
      </Tabs>
    </Page>
  );
}

/** Beside the panels, whose figures stand where this does. */
function Ready() {
  useReadyMark('insights-drawn');
  return null;
}

const change = (next: InsightsChoice): void => replaceRoute('insights', paramsFrom(next));
