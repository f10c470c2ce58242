import type { Seat } from '#shared/plan/member';
import type { View } from '../state/route.ts';

/** What a seat's navigation shows, in the order of Ctrl+1, Ctrl+2 and so on. */
const SEAT_VIEWS: Readonly<Record<Seat, readonly View[]>> = {
  assistant: ['today', 'check-in', 'work', 'entries', 'checklists', 'wrap-up', 'reviews'],
  manager: [
    'overview',
    'insights',
    'check-in',
    'reviews',
    'strategy',
    'work',
    'outcomes',
    'entries',
    'quality',
    'sops',
    'team',
  ],
};

/** A manager who owns outcomes has a day of their own too. */
const OWN_WORK: readonly View[] = ['today', 'checklists', 'wrap-up'];

/** Reached from every seat, below the rest. */
export const COMMON_VIEWS: readonly View[] = ['import', 'sync', 'settings', 'help'];

export const viewsOf = (seat: Seat): readonly View[] => SEAT_VIEWS[seat];

export const ownWorkViews = (seat: Seat, hasOwnWork: boolean): readonly View[] =>
  seat === 'manager' && hasOwnWork ? OWN_WORK : [];

/** Where a seat begins. */
export const homeOf = (seat: Seat): View => (seat === 'manager' ? 'overview' : 'today');

const MANAGER_ONLY: ReadonlySet<View> = new Set([
  'overview',
  'insights',
  'quality',
  'strategy',
  'outcomes',
  'outcome',
  'sops',
  'team',
  'handover',
]);

/** Whether a seat has a view at all: a kept route may be another seat's. */
export const isViewOf = (seat: Seat, view: View): boolean =>
  seat === 'manager' || !MANAGER_ONLY.has(view);

/**
 * The view that Ctrl and a digit go to: 1 to 9 in the order of the navigation, Sync after a seat's last.
 * 0 is the day of a manager who has one, wherever the rest ends.
 */
export function viewOfDigit(seat: Seat, hasOwnWork: boolean, digit: number): View | undefined {
  if (digit === 0) return ownWorkViews(seat, hasOwnWork)[0];
  return [...viewsOf(seat), 'sync' as const][digit - 1];
}

/** The entry of the navigation that a view belongs to. */
export function navEntryOf(view: View): View {
  if (view === 'run') return 'checklists';
  if (view === 'handover') return 'team';
  if (view === 'privacy') return 'settings';
  return view === 'outcome' ? 'outcomes' : view;
}
