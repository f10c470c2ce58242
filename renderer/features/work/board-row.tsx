import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { BoardRow as Row } from './board-layout.ts';
import css from './board-view.module.css';
import type { CardActs } from './work-card.tsx';
import { WorkCard } from './work-card.tsx';

interface BoardRowProps extends CardActs {
  /** Of the board; its cards' ids begin with it. */
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly startPx: number;
  readonly heightPx: number;
  readonly nowMs: number;
  readonly zone: string;
  readonly hasMember: boolean;
  readonly activeKey: string | null;
  readonly selected: ReadonlySet<string>;
}

/** A lane's heading, or the cards that stand at one height. */
export function BoardRow({
  id,
  row,
  index,
  startPx,
  heightPx,
  activeKey,
  selected,
  ...card
}: BoardRowProps) {
  const place = { transform: `translateY(${startPx}px)`, height: heightPx };
  if (row.kind === 'lane') {
    return (
      <div role="row" aria-rowindex={index + 2} className={css['lane']} style={place}>
        <span role="rowheader" className={css['laneName']}>
          {row.lane.name || t('work.lanes.nobody')}
          <span className={css['count']}>{formatNumber(row.lane.count)}</span>
        </span>
      </div>
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${css['columns']} ${css['row']}`}
      style={place}
    >
      {row.lane.columns.map((cards, at) => {
        const item = cards[row.index];
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- columns never change their places
            key={at}
            role="gridcell"
            id={item && `${id}-${item.key}`}
            aria-selected={item ? selected.has(item.key) : undefined}
            className={css['cell']}
            data-active={(item && item.key === activeKey) || undefined}
          >
            {item && <WorkCard {...card} item={item} isSelected={selected.has(item.key)} />}
          </div>
        );
      })}
    </div>
  );
}
