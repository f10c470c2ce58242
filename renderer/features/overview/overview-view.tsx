import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { dayIn } from '#shared/day';
import { Hint } from '../../app/hints/hint.tsx';
import { ImportDialog } from '../../app/parts/import-dialog.tsx';
import { PeriodBar } from '../../app/parts/period/period-bar.tsx';
import { rangeWords } from '../../app/parts/period/period-words.ts';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { replaceRoute, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import { OddLine } from './odd-line.tsx';
import { namesOf } from './output-names.ts';
import { OutagesPanel } from './outages-panel.tsx';
import { OutputPanel } from './output-panel.tsx';
import { choiceFrom, paramsFrom } from './overview-params.ts';
import type { OverviewChoice } from './overview-params.ts';
import { ServicePanel } from './service-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useOverview } from './use-overview.ts';
import { WorkPanel } from './work-panel.tsx';
import { BlockedRuns } from './blocked-runs.tsx';
import css from './overview-view.module.css';

/** After the figures that the roll-ups give at once. */
const Attention = lazy(async () => {
  const { Attention } = await import('./attention/attention.tsx');
  return { default: Attention };
});

/** Only a new workspace needs them. */
const ManagerFirstSteps = lazy(async () => {
  const { ManagerFirstSteps } = await import('../../app/hints/manager-first-steps.tsx');
  return { default: ManagerFirstSteps };
});

/** What was delivered against target, what is stuck and on whom. */
export function OverviewView() {
  const plan = usePlan();
  if (!plan) {
    return (
      <Page title={t('overview.title')}>
        <LoadingState label={t('overview.loading')} />
      </Page>
    );
  }
  return <Overview plan={plan} />;
}

function Overview({ plan }: { readonly plan: Plan }) {
  const { params } = useRoute();
  const memberId = useSession((session) => session.memberId);
  const workspace = useSession((session) => session.workspace);
  const nowMs = useNow();
  const [isImporting, setIsImporting] = useState(false);
  const member = plan.memberById.get(memberId);
  const today = dayIn(member?.timeZone ?? 'UTC', nowMs);
  const choice = choiceFrom(params, today);
  const facts = useOverview(plan, choice, today, nowMs);
  const names = useMemo(() => namesOf(plan), [plan]);
  const agedById = useMemo(
    () => new Map(facts?.aged.map((aged) => [aged.deliverable.id, aged])),
    [facts?.aged],
  );

  return (
    <Page
      title={t('overview.title')}
      subtitle={facts?.hasHistory && rangeWords(choice.kind, facts.range, today)}
      actions={
        <>
          {facts?.hasHistory && (
            <PeriodBar
              hasClients={plan.clients.some(({ timeZone }) => timeZone !== '')}
              choice={choice}
              shown={facts.range}
              today={today}
              onChange={change}
            />
          )}
          <Button icon={<Download size={15} aria-hidden />} onClick={() => setIsImporting(true)}>
            {t('overview.import.now')}
          </Button>
        </>
      }
    >
      {member && facts && (
        <Suspense>
          <Attention
            plan={plan}
            names={names}
            member={member}
            facts={facts}
            today={today}
            nowMs={nowMs}
          />
        </Suspense>
      )}
      {!facts && <LoadingState label={t('overview.loading')} />}
      {facts && workspace?.isSample !== true && (
        <Suspense>
          <ManagerFirstSteps plan={plan} hasHistory={facts.hasHistory} />
        </Suspense>
      )}
      {facts?.hasHistory && (
        <>
          <HeadlineFigures
            figures={facts.figures}
            work={facts.work}
            period={{ kind: choice.kind, range: facts.range, daysBy: choice.daysBy }}
            nowMs={nowMs}
          />
          <Hint name="figures" />
          <OddLine
            odd={facts.odd}
            period={{ kind: choice.kind, range: facts.range, daysBy: choice.daysBy }}
            today={today}
          />
          {facts.lines.length === 0 && (
            <EmptyState title={t('overview.empty.title')} text={t('overview.empty.text')} />
          )}
          {facts.lines.length > 0 && (
            <>
              <div className={css['columns']}>
                <TrendPanel
                  plan={plan}
                  trend={facts.trend}
                  outcomeIds={[...new Set(facts.lines.map((line) => line.outcomeId))]}
                  outcomeId={choice.trendOutcomeId}
                  onChange={(trendOutcomeId) => change({ ...choice, trendOutcomeId })}
                />
                <WorkPanel
                  kind="blocked"
                  items={facts.work.blocked}
                  names={names}
                  nowMs={nowMs}
                  limit={4}
                />
              </div>
              <BlockedRuns plan={plan} nowMs={nowMs} />
              <OutputPanel
                plan={plan}
                lines={facts.lines}
                figures={facts.figures}
                period={{ kind: choice.kind, range: facts.range, daysBy: choice.daysBy }}
                by={choice.by}
                order={choice.order}
                onChange={(next) => change({ ...choice, ...next })}
              />
              <ServicePanel
                plan={plan}
                lines={facts.lines}
                figures={facts.figures}
                open={facts.open}
                terms={facts.terms}
                nowMs={nowMs}
                period={{ kind: choice.kind, range: facts.range, daysBy: choice.daysBy }}
                by={choice.by}
                promise={choice.promise}
                onChange={(next) => change({ ...choice, ...next })}
              />
              <OutagesPanel plan={plan} range={facts.range} today={today} />
              <MeasuresPanel
                plan={plan}
                lines={facts.lines}
                open={facts.open}
                terms={facts.terms}
                range={facts.range}
                nowMs={nowMs}
                period={{ kind: choice.kind, range: facts.range, daysBy: choice.daysBy }}
              />
              <ForecastPanel plan={plan} open={facts.open} by={choice.by} today={today} />
              <div className={css['halves']}>
                <WorkPanel
                  kind="inProgress"
                  items={byAge(facts.work.inProgress, agedById)}
                  agedById={agedById}
                  names={names}
                  nowMs={nowMs}
                  limit={6}
                />
                <WorkPanel
                  kind="waiting"
                  items={facts.work.waiting}
                  names={names}
                  nowMs={nowMs}
                  limit={6}
                />
              </div>
            </>
          )}
        </>
      )}
      <ImportDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </Page>
  );
}

const change = (next: OverviewChoice): void => replaceRoute('overview', paramsFrom(next));

/** The furthest beyond what is usual first; what no age is known of keeps its place after them. */
function byAge<T extends { readonly deliverable: { readonly id: string } }>(
  items: readonly T[],
  agedById: ReadonlyMap<string, unknown>,
): readonly T[] {
  const places = new Map([...agedById.keys()].map((id, at) => [id, at]));
  const placeOf = (item: T): number => places.get(item.deliverable.id) ?? places.size;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}
