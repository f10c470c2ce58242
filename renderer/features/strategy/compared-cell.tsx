import type { StrategyProgress } from '#shared/metrics/strategy';
import type { KeyResultNode, PriorityNode } from '#shared/plan/cascade';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import css from './compare-quarters.module.css';
import { ProgressCell } from './progress-cell.tsx';
import { figuresOf } from './row-words.ts';
import { StandingBadge } from './standing-badge.tsx';

interface ComparedCellProps {
  readonly plan: Plan;
  readonly node: PriorityNode;
  readonly keyResults: readonly KeyResultNode[];
  readonly progress: StrategyProgress;
  /** Whether its quarter has ended. */
  readonly isOver: boolean;
  /** Whether it went on, or came from nothing before. */
  readonly mark: 'carried' | 'new' | null;
}

/** A priority in one quarter: its progress, its key results, how it ended and what was said. */
export function ComparedCell({
  plan,
  node,
  keyResults,
  progress,
  isOver,
  mark,
}: ComparedCellProps) {
  const { item } = node;
  const own = progress.rolledUp.get(item.id);
  const owner = plan.memberById.get(item.ownerId)?.name;
  return (
    <div className={css['cell']}>
      <div className={css['head']}>
        <button
          type="button"
          className={css['name']}
          onClick={() => go('strategy', { item: item.id })}
        >
          {item.name || t('strategy.nameless')}
        </button>
        {mark && (
          <Badge tone={mark === 'new' ? 'accent' : 'neutral'}>{t(`strategy.mark.${mark}`)}</Badge>
        )}
        {mark !== 'carried' && <StandingBadge status={item.status} pace={own?.pace ?? null} />}
      </div>
      {own && own.totalCount > 0 && (
        <div className={css['bar']}>
          <ProgressCell name={item.name} progress={own} />
        </div>
      )}
      <p className={css['note']}>
        {[owner ?? t('strategy.unowned'), item.why].filter(Boolean).join(' · ')}
      </p>
      {keyResults.length > 0 && (
        <ul className={css['results']}>
          {keyResults.map((keyResult) => (
            <li key={keyResult.item.id} className={css['result']}>
              <span>{keyResult.item.name}</span>
              <span className={css['note']}>
                {figuresOf(keyResult.item, { plan, progress, isOver })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {item.closingNote !== '' && <p className={css['closing']}>{item.closingNote}</p>}
    </div>
  );
}
