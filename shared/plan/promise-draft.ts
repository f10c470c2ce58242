import type { DayKey } from '../day.ts';
import { FIRST_DAY } from '../day.ts';
import type { Sla, SlaStage } from './outcome.ts';
import { SLA_STAGES } from './outcome.ts';
import type { TimeUnit } from './working-amount.ts';
import { amountOf, minutesOf, unitFor } from './working-amount.ts';

/** The promise of one stage as it stands in the editor. */
export interface PromiseDraft {
  readonly isOn: boolean;
  readonly amount: number | null;
  readonly unit: TimeUnit;
  /** The first day of requests that a changed promise holds for; `FIRST_DAY` for all that ever came. */
  readonly fromDay: DayKey;
}

export type PromiseDrafts = Readonly<Record<SlaStage, PromiseDraft>>;

/** The promises as they stand last. A change to them holds from `fromDay` unless somebody says otherwise. */
export const promiseDrafts = (slas: readonly Sla[], fromDay: DayKey): PromiseDrafts => ({
  responded: promiseDraftOf(slas, 'responded', fromDay),
  started: promiseDraftOf(slas, 'started', fromDay),
  completed: promiseDraftOf(slas, 'completed', fromDay),
});

function promiseDraftOf(slas: readonly Sla[], to: SlaStage, fromDay: DayKey): PromiseDraft {
  const minutes = latestMinutes(slas, to);
  const unit = minutes > 0 ? unitFor(minutes) : 'hours';
  return { isOn: minutes > 0, amount: minutes > 0 ? amountOf(minutes, unit) : null, unit, fromDay };
}

/** Every version of one stage's promise, oldest first. */
export const versionsOf = (slas: readonly Sla[], to: SlaStage): readonly Sla[] =>
  slas.filter((sla) => sla.to === to);

export const isPromiseChanged = (
  draft: PromiseDraft,
  slas: readonly Sla[],
  to: SlaStage,
): boolean => promisedMinutes(draft) !== latestMinutes(slas, to);

/**
 * The versions after an edit. A changed promise holds from its day on: earlier versions stay, so that
 * what was measured under them is not moved; later ones give way.
 */
export const slasAfter = (slas: readonly Sla[], drafts: PromiseDrafts): readonly Sla[] =>
  SLA_STAGES.flatMap((to) => {
    const held = versionsOf(slas, to);
    const draft = drafts[to];
    const minutes = promisedMinutes(draft);
    if (minutes === null || !isPromiseChanged(draft, slas, to)) return held;
    const earlier = held.filter((sla) => sla.fromDay < draft.fromDay);
    const isSaid = (earlier.at(-1)?.minutes ?? 0) === minutes;
    return isSaid ? earlier : [...earlier, { to, minutes, fromDay: draft.fromDay }];
  });

/** From which day a promise that nobody held before is asked for: always, where there was no work before it. */
export const usualStart = (isNew: boolean, today: DayKey): DayKey => (isNew ? FIRST_DAY : today);

/** Working minutes; 0 where nothing is promised, null while the figure is missing. */
export function promisedMinutes({ isOn, amount, unit }: PromiseDraft): number | null {
  if (!isOn) return 0;
  return amount === null ? null : minutesOf(amount, unit);
}

function latestMinutes(slas: readonly Sla[], to: SlaStage): number {
  return Math.max(0, versionsOf(slas, to).at(-1)?.minutes ?? 0);
}
