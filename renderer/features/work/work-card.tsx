import { Clock3, Link2 } from 'lucide-react';
import type { DragEvent } from 'react';
import { memo } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { t } from '../../i18n/text.ts';
import { formatDateTime } from '../../i18n/format.ts';
import css from './work-card.module.css';
import type { WorkItem } from './work-item.ts';
import { leftText, standText } from './work-words.ts';

/** What a press on a card means for it. */
export interface CardPress {
  readonly isAdding: boolean;
  readonly isExtending: boolean;
}

export interface CardActs {
  readonly onPress: (item: WorkItem, press: CardPress) => void;
  readonly onMenu: (item: WorkItem) => void;
  readonly onDragStart: (item: WorkItem, event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

interface WorkCardProps extends CardActs {
  readonly item: WorkItem;
  readonly nowMs: number;
  /** In which due times are told. */
  readonly zone: string;
  readonly isSelected: boolean;
  readonly hasMember: boolean;
}

/** One piece of work on the board: what, for which result, what holds it or how long it stands, how urgent, whose. */
export const WorkCard = memo(function WorkCard({
  item,
  nowMs,
  zone,
  isSelected,
  hasMember,
  onPress,
  onMenu,
  onDragStart,
  onDragEnd,
}: WorkCardProps) {
  const { entry, title, outcomeName, memberName, pressure, stage } = item;
  const stands = standText(item, nowMs);
  const left = leftText(pressure, nowMs);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are the board's, which names the card by `aria-activedescendant`
    <div
      className={css['card']}
      data-stage={stage}
      data-risk={pressure.risk}
      data-selected={isSelected || undefined}
      draggable
      onDragStart={(event) => onDragStart(item, event)}
      onDragEnd={onDragEnd}
      onClick={(event) =>
        onPress(item, {
          isAdding: event.ctrlKey || event.metaKey,
          isExtending: event.shiftKey,
        })
      }
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(item);
      }}
    >
      <p className={css['title']} data-tooltip={title.length > 54 ? title : undefined}>
        {title}
      </p>
      <p className={css['about']}>{[outcomeName, entry.client].filter(Boolean).join(' · ')}</p>
      <p className={css['stands']}>
        {item.openNeedCount > 0 && item.block !== null && (
          <Link2 size={12} aria-label={t('work.needs', { count: item.openNeedCount })} />
        )}
        <span className={css['standsText']} data-tooltip={item.block?.reason || undefined}>
          {stands}
        </span>
      </p>
      <p className={css['foot']}>
        {left !== '' && (
          <span
            className={css['due']}
            data-tooltip={
              pressure.dueAtMs === null
                ? undefined
                : `${formatDateTime(pressure.dueAtMs, zone)} · ${t('work.workingTime')}`
            }
          >
            <Clock3 size={12} strokeWidth={2} aria-hidden />
            {left}
          </span>
        )}
        {hasMember && (
          <span className={css['member']} data-tooltip={memberName || undefined}>
            <Avatar name={memberName} size="sm" />
            <span className={css['memberName']}>{firstNameOf(memberName)}</span>
          </span>
        )}
      </p>
    </div>
  );
});

/** The initials beside it tell namesakes apart. */
const firstNameOf = (name: string): string => name.split(' ', 1)[0] ?? '';
