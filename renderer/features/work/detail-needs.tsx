import { ArrowUpRight, Check, Hourglass } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { Work } from './use-work.ts';
import type { WorkItem } from './work-item.ts';
import css from './work-detail.module.css';

interface DetailNeedsProps {
  readonly item: WorkItem;
  readonly work: Work;
  readonly onOpen: (item: WorkItem) => void;
}

/** What must be done first, and what waits for this: each leads there where the reader may see it. */
export function DetailNeeds({ item: { entry }, work, onOpen }: DetailNeedsProps) {
  const behind = work.items.filter(({ entry: other }) =>
    other.needs.some(({ id }) => id === entry.id),
  );
  if (entry.needs.length === 0 && behind.length === 0) return null;
  const itemOf = (id: string) => work.items.find((item) => item.entry.id === id);
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('work.detail.needs')}</h3>
      <ul className={css['rows']}>
        {entry.needs.map((need) => {
          const needed = itemOf(need.id);
          const isDone = need.doneAtMs !== null || needed?.stage === 'completed';
          return (
            <Linked
              key={need.id}
              title={needed?.title ?? need.title}
              who={work.plan.memberById.get(need.memberId)?.name ?? ''}
              state={isDone ? 'done' : 'open'}
              onOpen={needed && (() => onOpen(needed))}
            />
          );
        })}
        {behind.map((item) => (
          <Linked
            key={item.key}
            title={item.title}
            who={item.memberName}
            state="behind"
            onOpen={() => onOpen(item)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LinkedProps {
  readonly title: string;
  readonly who: string;
  readonly state: 'open' | 'done' | 'behind';
  readonly onOpen: (() => void) | undefined;
}

const ICONS = { open: Hourglass, done: Check, behind: ArrowUpRight } as const;

function Linked({ title, who, state, onOpen }: LinkedProps) {
  const Icon = ICONS[state];
  return (
    <li className={css['linked']} data-state={state}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {onOpen ? (
        <button type="button" className={css['link']} onClick={onOpen}>
          {title}
        </button>
      ) : (
        <span className={css['linkText']}>{title}</span>
      )}
      <span className={css['faint']}>
        {[who, t(`work.detail.need.${state}`)].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
