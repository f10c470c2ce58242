import { memo, useEffect, useId, useRef } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import css from './review.module.css';
import type { DrawnItem } from './use-review.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface DrawnListProps {
  readonly plan: Plan;
  readonly items: readonly DrawnItem[];
  readonly index: number;
  readonly onChoose: (deliverableId: string) => void;
}

/** Everything that was drawn, in the order of the draw, with its verdict. */
export function DrawnList({ plan, items, index, onChoose }: DrawnListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('quality.review.list')}
      aria-activedescendant={`${id}-${index}`}
      tabIndex={0}
      className={css['drawn']}
    >
      {items.map((item, at) => (
        <Row
          key={item.deliverableId}
          id={`${id}-${at}`}
          number={at + 1}
          item={item}
          memberName={plan.memberById.get(item.memberId)?.name ?? ''}
          isAt={at === index}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly number: number;
  readonly item: DrawnItem;
  readonly memberName: string;
  readonly isAt: boolean;
  readonly onChoose: (deliverableId: string) => void;
}

/** A thousand rows stand here: one that stays as it is is not drawn again. */
const Row = memo(function Row({ id, number, item, memberName, isAt, onChoose }: RowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keyboard
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      tabIndex={-1}
      className={css['drawnRow']}
      onClick={() => onChoose(item.deliverableId)}
    >
      <span className={css['drawnNumber']}>{number}</span>
      <span className={css['drawnWords']}>
        <span>{item.title || '–'}</span>
        <span className={css['drawnMember']}>{memberName}</span>
      </span>
      <VerdictMark state={item.state} />
    </div>
  );
});
