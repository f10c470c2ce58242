import { Waypoints } from 'lucide-react';
import { Fragment, Suspense, lazy, memo, useRef, useState } from 'react';
import type { ThreadPlan } from '#shared/plan/goal-thread';
import { threadOf } from '#shared/plan/goal-thread';
import type { Member } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { linkText, linkWhy } from './goal-thread-words.ts';
import css from './goal-thread.module.css';

interface GoalThreadProps {
  readonly outcomeId: string;
  readonly plan: ThreadPlan & { readonly memberById: ReadonlyMap<string, Member> };
  /** Not a stop for Tab where a list has its own keys; a press still opens it. */
  readonly tabIndex?: number | undefined;
  /** On as many lines as it takes, where one would leave nothing of its upper steps. */
  readonly isWhole?: boolean | undefined;
}

const GoalThreadPopup = lazy(async () => {
  const { GoalThreadPopup } = await import('./goal-thread-popup.tsx');
  return { default: GoalThreadPopup };
});

/**
 * What a piece of work is for, in one line: key result › objective › priority › goal. Each step tells
 * its why under the pointer; a press or Enter shows them all, with owners. It stands in every row of
 * lists that are drawn anew after every write, and changes with the plan alone.
 */
export const GoalThread = memo(function GoalThread({
  outcomeId,
  plan,
  tabIndex,
  isWhole,
}: GoalThreadProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const thread = threadOf(plan, outcomeId);
  const steps = thread.filter(({ level, gap }) => gap !== null || !NAMED_BESIDE.has(level));
  const nearestWhy = steps.find(({ why }) => why !== '');
  return (
    <>
      <button
        ref={anchor}
        type="button"
        tabIndex={tabIndex}
        className={css['thread']}
        data-whole={isWhole || undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t('strategy.thread.label', { path: steps.map(linkText).join(' › ') })}
        data-tooltip={nearestWhy && linkWhy(nearestWhy)}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(!isOpen);
        }}
      >
        <Waypoints size={13} strokeWidth={1.75} aria-hidden className={css['icon']} />
        {steps.map((link, at) => (
          <Fragment key={link.level}>
            {at > 0 && (
              <span className={css['then']} aria-hidden>
                ›
              </span>
            )}
            <span
              className={css['step']}
              data-gap={link.gap ?? undefined}
              data-tooltip={link.why === '' ? undefined : linkWhy(link)}
            >
              {linkText(link)}
            </span>
          </Fragment>
        ))}
      </button>
      {wasOpened && (
        <Suspense>
          <GoalThreadPopup
            isOpen={isOpen}
            onClose={() => setIsOpen(false)}
            anchor={anchor}
            thread={thread}
            memberById={plan.memberById}
          />
        </Suspense>
      )}
    </>
  );
});

/** The outcome and its role stand beside the thread already. */
const NAMED_BESIDE: ReadonlySet<string> = new Set(['outcome', 'role']);
