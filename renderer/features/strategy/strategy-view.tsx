import { dayIn } from '#shared/day';
import { quarterOf } from '#shared/plan/priority';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { replaceRoute, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CompareQuarters } from './compare-quarters.tsx';
import { EmptyStrategy } from './empty-strategy.tsx';
import { quarterRange } from './quarter-words.ts';
import { StrategyActions } from './strategy-actions.tsx';
import { StrategyDesk } from './strategy-desk.tsx';
import { paramsOf, queryOf } from './strategy-params.ts';
import type { StrategyQuery } from './strategy-params.ts';
import { useStrategy } from './use-strategy.ts';

/** Why the work is done: goals, this quarter's priorities, what each team sets out to reach, and how far it is. */
export function StrategyView() {
  const plan = usePlan();
  if (!plan) {
    return (
      <Page title={t('strategy.title')}>
        <LoadingState />
      </Page>
    );
  }
  return <Loaded plan={plan} />;
}

function Loaded({ plan }: { readonly plan: Plan }) {
  const { params } = useRoute();
  const memberId = useSession((session) => session.memberId);
  const today = dayIn(plan.memberById.get(memberId)?.timeZone ?? 'UTC', useNow());
  const current = quarterOf(today);
  const query = queryOf(params, plan, current);
  const strategy = useStrategy(plan, query.quarter, today);
  const change = (part: Partial<StrategyQuery>) =>
    replaceRoute('strategy', paramsOf({ ...query, itemId: '', ...part }));
  const isEmpty = plan.goals.length === 0 && plan.priorities.length === 0;

  return (
    <Page
      title={t('strategy.title')}
      subtitle={isEmpty ? undefined : quarterRange(query.quarter, today)}
      layout={isEmpty ? 'scroll' : 'fill'}
      actions={
        isEmpty ? undefined : (
          <StrategyActions
            plan={plan}
            strategy={strategy}
            query={query}
            current={current}
            today={today}
            onChange={change}
          />
        )
      }
    >
      {!strategy && <LoadingState />}
      {strategy && isEmpty && <EmptyStrategy quarter={query.quarter} />}
      {strategy && !isEmpty && query.mode === 'compare' && (
        <CompareQuarters
          plan={plan}
          strategy={strategy}
          query={query}
          today={today}
          onChange={change}
        />
      )}
      {strategy && !isEmpty && query.mode === 'tree' && (
        <StrategyDesk
          key={query.quarter}
          plan={plan}
          strategy={strategy}
          today={today}
          askedId={query.itemId}
          onAsked={() => change({})}
        />
      )}
    </Page>
  );
}
