import type { ThreadLevel, ThreadLink } from '#shared/plan/goal-thread';
import type { Member } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { linkText } from './goal-thread-words.ts';
import css from './goal-thread.module.css';

interface GoalThreadStepsProps {
  readonly thread: readonly ThreadLink[];
  readonly memberById: ReadonlyMap<string, Member>;
  /** Called before the strategy is opened from here. */
  readonly onLeave?: (() => void) | undefined;
}

/** A thread step by step, goal last, each with why and owner. Managers go on into the strategy. */
export function GoalThreadSteps({ thread, memberById, onLeave }: GoalThreadStepsProps) {
  const isManager = useSession((session) => session.seat === 'manager');
  return (
    <ol className={css['steps']}>
      {thread.map((link) => {
        const owner = memberById.get(link.ownerId)?.name;
        return (
          <li key={link.level} className={css['row']} data-gap={link.gap ?? undefined}>
            <p className={css['level']}>
              {t(`strategy.level.${link.level}`)}
              {owner !== undefined && <span> · {t('strategy.thread.owner', { name: owner })}</span>}
            </p>
            {isManager && link.gap === null && IN_STRATEGY.has(link.level) ? (
              <button
                type="button"
                className={css['name']}
                aria-label={t('strategy.thread.open', { name: link.name })}
                onClick={() => {
                  onLeave?.();
                  go('strategy', { item: link.id });
                }}
              >
                {link.name}
              </button>
            ) : (
              <p className={css['name']}>{linkText(link)}</p>
            )}
            {link.why !== '' && <p className={css['why']}>{link.why}</p>}
          </li>
        );
      })}
    </ol>
  );
}

const IN_STRATEGY: ReadonlySet<ThreadLevel> = new Set([
  'outcome',
  'keyResult',
  'objective',
  'priority',
  'goal',
]);
