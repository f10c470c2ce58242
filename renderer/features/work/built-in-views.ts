import type { Seat } from '#shared/plan/member';
import type { WorkFilter } from './work-filter.ts';
import { NO_FILTER } from './work-filter.ts';

/** Questions that every day asks, by seat. The order is that of the keys 1, 2, 3 … */
const VIEWS = {
  manager: {
    all: NO_FILTER,
    overdue: { due: ['overdue'] },
    atRisk: { due: ['atRisk'] },
    waitingOnManager: { waiting: ['manager'] },
    blocked: { stage: ['blocked'] },
    toAccept: { stage: ['completed'] },
    unowned: { owner: ['none'] },
  },
  assistant: {
    all: NO_FILTER,
    overdue: { due: ['overdue'] },
    atRisk: { due: ['atRisk'] },
    dueToday: { due: ['today'] },
    blocked: { stage: ['blocked'] },
    returned: { stage: ['returned'] },
  },
} as const satisfies Record<Seat, Readonly<Record<string, WorkFilter>>>;

export type BuiltInView = keyof (typeof VIEWS)['manager'] | keyof (typeof VIEWS)['assistant'];

export interface NamedFilter {
  readonly key: BuiltInView;
  readonly filter: WorkFilter;
}

export const builtInViews = (seat: Seat): readonly NamedFilter[] =>
  (Object.entries(VIEWS[seat]) as [BuiltInView, WorkFilter][]).map(([key, filter]) => ({
    key,
    filter,
  }));
