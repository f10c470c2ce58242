import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { DayKey } from '#shared/day';
import type { StrategyProgress } from '#shared/metrics/strategy';
import { isClosed } from '#shared/plan/intent';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { LevelIcon } from './level-icon.tsx';
import { NameEditor } from './name-editor.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import { ProgressCell } from './progress-cell.tsx';
import { secondLine } from './row-words.ts';
import { StatusMenu } from './status-menu.tsx';
import type { NodeRow } from './tree-rows.ts';
import css from './tree-row.module.css';

/** What every row reads: the same object until the strategy changes. */
export interface RowFacts {
  readonly plan: Plan;
  readonly progress: StrategyProgress;
  readonly today: DayKey;
  /** Whether the quarter on screen has ended. */
  readonly isOver: boolean;
}

interface TreeRowProps {
  readonly id: string;
  readonly row: NodeRow;
  readonly facts: RowFacts;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  readonly startPx?: number | undefined;
  readonly onPress: (key: string) => void;
  readonly onToggle: (key: string, isExpanded: boolean) => void;
  readonly onEdit: (key: string | null) => void;
}

/** One line: what, how far, whose, until when, how it stands. */
export const TreeRow = memo(function TreeRow({
  id,
  row,
  facts,
  isActive,
  isEditing,
  startPx,
  onPress,
  onToggle,
  onEdit,
}: TreeRowProps) {
  const { node, key, depth, isExpanded } = row;
  const { plan, progress, today } = facts;
  const canExpand = node.children.length > 0;
  const second = secondLine(node, facts);
  const closed = node.level !== 'outcome' && isClosed(node.item);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the tree's, which names the row by `aria-activedescendant`
    <div
      role="row"
      id={id}
      aria-level={depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblingCount}
      aria-expanded={canExpand ? isExpanded : undefined}
      aria-selected={isActive}
      className={css['row']}
      data-active={isActive || undefined}
      data-level={node.level}
      data-closed={closed || undefined}
      style={{
        '--depth': depth,
        ...(startPx !== undefined && { transform: `translateY(${startPx}px)` }),
      }}
      onClick={() => onPress(key)}
      onDoubleClick={() => onEdit(key)}
    >
      <div role="gridcell" className={css['what']}>
        <button
          type="button"
          tabIndex={-1}
          className={css['toggle']}
          data-hidden={!canExpand || undefined}
          data-expanded={isExpanded || undefined}
          aria-label={isExpanded ? t('strategy.close') : t('strategy.expand')}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(key, !isExpanded);
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
        <LevelIcon level={node.level} />
        {isEditing && node.level !== 'outcome' ? (
          <NameEditor node={node} onDone={() => onEdit(null)} />
        ) : (
          <div className={css['words']}>
            <span className={css['name']}>{node.item.name || t('strategy.nameless')}</span>
            {second !== '' && <span className={css['second']}>{second}</span>}
          </div>
        )}
      </div>
      <div role="gridcell" className={css['progress']}>
        <NodeProgress row={row} progress={progress} />
      </div>
      <div role="gridcell" className={css['person']}>
        <OwnerMenu node={node} plan={plan} />
      </div>
      <div role="gridcell" className={css['date']}>
        <Dates row={row} today={today} />
      </div>
      <div role="gridcell" className={css['standing']}>
        {node.level === 'outcome' ? (
          node.item.isArchived && <Badge>{t('strategy.archived')}</Badge>
        ) : (
          <StatusMenu node={node} progress={progress} />
        )}
      </div>
    </div>
  );
});

function NodeProgress({ row: { node }, progress }: { row: NodeRow; progress: StrategyProgress }) {
  const { name, id } = node.item;
  const own = node.level === 'keyResult' ? progress.keyResults.get(id) : progress.rolledUp.get(id);
  if (node.level === 'outcome' || !own) return null;
  if (own.totalCount === 0) {
    const isOpen = !isClosed(node.item);
    return (
      <span className={css['nothing']} data-open={isOpen || undefined}>
        {t(`strategy.nothingBelow.${node.level}`)}
      </span>
    );
  }
  return <ProgressCell name={name} progress={own} />;
}

function Dates({ row: { node }, today }: { row: NodeRow; today: DayKey }) {
  if (node.level === 'outcome' || node.item.endsOn === '') return null;
  const { startsOn, endsOn } = node.item;
  const isLate = endsOn < today && !isClosed(node.item);
  const year = endsOn.slice(0, 4) === today.slice(0, 4) ? undefined : 'dated';
  return (
    <span
      data-late={isLate || undefined}
      data-tooltip={
        startsOn === ''
          ? undefined
          : t('strategy.dates', {
              from: formatDay(startsOn, 'dated'),
              to: formatDay(endsOn, 'dated'),
            })
      }
    >
      {formatDay(endsOn, year ?? 'short')}
    </span>
  );
}
