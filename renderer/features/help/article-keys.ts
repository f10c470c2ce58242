import type { Seat } from '#shared/plan/member';
import {
  generalShortcuts,
  listShortcuts,
  runShortcuts,
  sopShortcuts,
  todayShortcuts,
  workShortcuts,
} from '../../app/parts/shortcut-groups.ts';
import type { Shortcut } from '../../app/parts/shortcut-groups.ts';

export type KeyGroup = 'everywhere' | 'lists' | 'run' | 'sop' | 'today' | 'work';

/** The keys that a page is about, as the list of all keys has them. */
export function keysOf(group: KeyGroup, seat: Seat): readonly Shortcut[] {
  switch (group) {
    case 'everywhere':
      return generalShortcuts(seat === 'assistant');
    case 'lists':
      return listShortcuts();
    case 'run':
      return runShortcuts();
    case 'sop':
      return sopShortcuts();
    case 'today':
      return todayShortcuts();
    case 'work':
      return workShortcuts(seat);
  }
}
