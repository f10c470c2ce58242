import type { DayKey } from '#shared/day';
import type { ObjectiveNode, PriorityNode } from '#shared/plan/cascade';
import { addQuarters, isQuarterKey, quarterDays } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Select } from '../../ui/select.tsx';
import { ComparedCell } from './compared-cell.tsx';
import css from './compare-quarters.module.css';
import { pairedBy } from './pair-quarters.ts';
import { quarterRange, quarterWords } from './quarter-words.ts';
import type { StrategyQuery } from './strategy-params.ts';
import type { Strategy } from './use-strategy.ts';
import { useStrategy } from './use-strategy.ts';

interface CompareQuartersProps {
  readonly plan: Plan;
  readonly strategy: Strategy;
  readonly query: StrategyQuery;
  readonly today: DayKey;
  readonly onChange: (part: Partial<StrategyQuery>) => void;
}

/** Two quarters side by side: how far each priority came, what went on, what was closed and why. */
export function CompareQuarters({ plan, strategy, query, today, onChange }: CompareQuartersProps) {
  const earlier = useStrategy(plan, query.against, today);
  if (!earlier) return <LoadingState />;
  const isOver = (quarter: QuarterKey): boolean => quarterDays(quarter).toDay < today;
  const pairs = pairedBy(
    prioritiesOf(earlier),
    prioritiesOf(strategy),
    (id) => plan.priorityById.get(id)?.carriedFromId ?? '',
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={t('strategy.compare')}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">
              <div className={css['choose']}>
                <Select
                  label={t('strategy.compareWith')}
                  value={query.against}
                  options={quartersToCompare(plan, query)}
                  onChange={(against) => onChange({ against })}
                />
              </div>
              <span className={css['range']}>{quarterRange(query.against, today)}</span>
            </th>
            <th scope="col">
              <span className={css['quarter']}>{quarterWords(query.quarter)}</span>
              <span className={css['range']}>{quarterRange(query.quarter, today)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ before, after }) => (
            <tr key={`${before?.item.id ?? ''} ${after?.item.id ?? ''}`}>
              <td>
                {before && (
                  <ComparedCell
                    plan={plan}
                    node={before}
                    keyResults={keyResultsOf(before)}
                    progress={earlier.progress}
                    isOver={isOver(query.against)}
                    mark={after ? 'carried' : null}
                  />
                )}
              </td>
              <td>
                {after && (
                  <ComparedCell
                    plan={plan}
                    node={after}
                    keyResults={keyResultsOf(after)}
                    progress={strategy.progress}
                    isOver={isOver(query.quarter)}
                    mark={before ? null : 'new'}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.length === 0 && (
        <EmptyState
          title={t('strategy.compareEmpty')}
          text={t('strategy.compareEmptyText', {
            before: quarterWords(query.against),
            after: quarterWords(query.quarter),
          })}
        />
      )}
    </div>
  );
}

const prioritiesOf = ({ cascade }: Strategy): readonly PriorityNode[] =>
  cascade.goals.flatMap((goal) => goal.children);

const keyResultsOf = (priority: PriorityNode) =>
  priority.children.flatMap((objective: ObjectiveNode) => objective.children);

/** Every quarter of the plan but the one on screen, and the one before it. */
function quartersToCompare(plan: Plan, { quarter, against }: StrategyQuery) {
  const known = plan.priorities.map((priority) => priority.quarter).filter(isQuarterKey);
  return [...new Set([...known, against, addQuarters(quarter, -1)])]
    .filter((each) => each !== quarter)
    .toSorted()
    .toReversed()
    .map((value) => ({ value, label: quarterWords(value) }));
}
