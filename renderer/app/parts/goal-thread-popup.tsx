import { Popover } from '@base-ui/react/popover';
import type { RefObject } from 'react';
import type { ThreadLink } from '#shared/plan/goal-thread';
import type { Member } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import css from './goal-thread.module.css';
import { GoalThreadSteps } from './goal-thread-steps.tsx';

interface GoalThreadPopupProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly thread: readonly ThreadLink[];
  readonly memberById: ReadonlyMap<string, Member>;
}

/** The whole thread over the page, from the outcome up to the goal. */
export function GoalThreadPopup({
  isOpen,
  onClose,
  anchor,
  thread,
  memberById,
}: GoalThreadPopupProps) {
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open, details) => {
        // A press on the line itself closes by itself; closing here too would open it again.
        const isOnLine =
          details.event.target instanceof Node && anchor.current?.contains(details.event.target);
        if (!open && !isOnLine) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className={css['positioner']}
          anchor={anchor}
          sideOffset={4}
          align="start"
        >
          <Popover.Popup className={css['popup']} finalFocus={anchor}>
            <Popover.Title className={css['title']}>{t('strategy.thread.title')}</Popover.Title>
            <GoalThreadSteps thread={thread} memberById={memberById} onLeave={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
