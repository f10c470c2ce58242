import { paceOf } from '../metrics/pace.ts';
import type { OverviewLine } from '../metrics/overview.ts';
import type { StrategyProgress } from '../metrics/strategy.ts';
import type { Cascade, PriorityNode } from '../plan/cascade.ts';
import { isClosed } from '../plan/intent.ts';
import { unitOfKind } from '../plan/measure-kinds.ts';
import type { Outcome } from '../plan/outcome.ts';
import { fitWeekly } from './fit-figures.ts';
import { changesOf, headlineOf, outputOf, stretchesOf } from './prepare-figures.ts';
import type { FiguresSource } from './prepare-figures.ts';
import { lateWork, stuckWork } from './prepare-work.ts';
import type { WorkNames, WorkSource } from './prepare-work.ts';
import { actionFigure, suggestionFigure, versionsIn } from './prepare-words.ts';
import type { WordsSource } from './prepare-words.ts';
import type { BehindFigure, PriorityFigure, WeeklyFigures } from './review-figures.ts';

/** What a weekly review is prepared from. Members, roll-ups and open work are those of its team alone. */
export interface WeeklySource extends FiguresSource, WorkSource, WordsSource {
  readonly names: WorkNames;
  readonly currency: string;
  /** The strategy of the quarter, and how far it has come. */
  readonly cascade: Cascade;
  readonly progress: StrategyProgress;
}

/** A team's week: output against target, what moved and why, what is stuck or late, and what matters. */
export function prepareWeekly(source: WeeklySource): WeeklyFigures {
  const { range, before, nowMs, names, currency, suggestions, actions } = source;
  const outcomeById = new Map(source.outcomes.map((outcome) => [outcome.id, outcome]));
  const stretches = stretchesOf(source);
  return fitWeekly({
    kind: 'weekly',
    ...range,
    before,
    asOfMs: nowMs,
    currency,
    headline: headlineOf(stretches),
    output: outputOf(stretches, outcomeById),
    behind: behindOf(stretches.now.lines, outcomeById, names),
    changes: changesOf(stretches, outcomeById, (kind, id) => names[kind](id)),
    versions: versionsIn(source, range),
    stuck: stuckWork(source),
    late: lateWork(source),
    priorities: prioritiesOf(source),
    suggestions: suggestions.map((each) => suggestionFigure(each, source)),
    actions: actions.map((each) => actionFigure(each, source)),
    leftOut: {},
  });
}

/** Whose output is behind what their hours ask for, by outcome and name: whom to ask what is in the way. */
function behindOf(
  lines: readonly OverviewLine[],
  outcomeById: ReadonlyMap<string, Outcome>,
  names: WorkNames,
): readonly BehindFigure[] {
  return lines
    .flatMap(({ memberId, outcomeId, completed, target }): readonly BehindFigure[] => {
      if (target === null || target.soFar <= 0) return [];
      if (paceOf(completed.quantity, target.whole, target.soFar) !== 'behind') return [];
      return [
        {
          memberId,
          member: names.member(memberId),
          outcomeId,
          outcome: names.outcome(outcomeId),
          unit: outcomeById.get(outcomeId)?.unit ?? '',
          quantity: completed.quantity,
          target: target.soFar,
        },
      ];
    })
    .toSorted((a, b) => a.outcome.localeCompare(b.outcome) || a.member.localeCompare(b.member));
}

/** The quarter's open priorities in the order of the strategy. */
function prioritiesOf({ cascade, progress }: WeeklySource): readonly PriorityFigure[] {
  return cascade.goals.flatMap((goal) =>
    goal.children
      .filter(({ item }) => !isClosed(item))
      .map((priority) => priorityFigure(priority, goal.item.name, progress)),
  );
}

function priorityFigure(
  { item, children }: PriorityNode,
  goal: string,
  progress: StrategyProgress,
): PriorityFigure {
  const own = progress.rolledUp.get(item.id);
  return {
    id: item.id,
    name: item.name,
    goal,
    ratio: own?.ratio ?? null,
    expectedRatio: own?.expectedRatio ?? null,
    keyResults: children
      .flatMap((objective) => objective.children)
      .map(({ item: keyResult }) => {
        const { value = null, ratio = null, pace } = progress.keyResults.get(keyResult.id) ?? {};
        const { source } = keyResult;
        return {
          id: keyResult.id,
          name: keyResult.name,
          measured: source.kind === 'hand' ? 'own' : unitOfKind(source.measure),
          unit: keyResult.unit,
          value,
          target: keyResult.target,
          ratio,
          isBehind: pace === 'behind' || pace === 'atRisk',
        };
      }),
  };
}
