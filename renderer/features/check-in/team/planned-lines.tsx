import { Check, Circle, CircleDot, Hourglass, Minus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import css from './team-check-ins.module.css';
import type { PlannedLine, PlannedState } from './use-team-check-ins.ts';

const ICONS: Readonly<Record<PlannedState, LucideIcon>> = {
  done: Check,
  started: CircleDot,
  open: Circle,
  blocked: Hourglass,
  gone: Minus,
};

interface PlannedLinesProps {
  readonly lines: readonly PlannedLine[];
  readonly plan: Plan;
}

/** What somebody took up, and where it stands now. */
export function PlannedLines({ lines, plan }: PlannedLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ul className={css['plannedLines']}>
      {lines.map(({ workId, outcomeId, title, state }) => {
        const Icon = ICONS[state];
        return (
          <li key={workId} data-state={state} className={css['plannedLine']}>
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            <span>
              {title}
              <span className={css['faint']}>
                {' '}
                {[plan.outcomeById.get(outcomeId)?.name, t(`checkIn.teamView.work.${state}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
