import '../support/window-outlog.ts';
import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ViewOutlet } from '../../../renderer/app/view-outlet.tsx';
import { makeDueWork } from '../../../renderer/services/due-work.ts';
import { save } from '../../../renderer/services/save.ts';
import { settleNeeds } from '../../../renderer/services/settle-needs.ts';
import type { View } from '../../../renderer/state/route.ts';
import { HOSTILE_PLAN, hostileWorkOf } from '../support/hostile-plan.ts';
import { must, openManager } from '../support/open-manager.tsx';
import type { ManagerDesk } from '../support/open-manager.tsx';

let desk: ManagerDesk;
beforeAll(async () => {
  desk = await openManager();
  must(await save([...HOSTILE_PLAN, ...hostileWorkOf(desk.memberId)]));
  must(await makeDueWork());
  must(await settleNeeds());
});
afterAll(async () => {
  await desk.leave();
});

const FLAGGED = /things in the plan to mend/;
const ASKED = /Needs you now.*nobody owns it/;

test.each<readonly [View, Readonly<Record<string, string>>, RegExp]>([
  ['overview', {}, ASKED],
  ['overview', { period: 'all' }, ASKED],
  ['strategy', {}, FLAGGED],
  ['strategy', { mode: 'compare' }, /Compare with/],
  ['work', {}, /27 open/],
  ['work', { layout: 'list' }, /one of overlap/],
  ['outcomes', {}, FLAGGED],
  ['outcomes', { tab: 'roles' }, FLAGGED],
  ['outcome', { id: 'promised' }, /13 things to mend first/],
  ['outcome', { id: 'endless' }, /7 things to mend first/],
  ['outcome', { id: 'nonsense' }, /1 thing to mend first/],
  ['team', {}, FLAGGED],
  ['team', { tab: 'calendars' }, FLAGGED],
  ['team', { tab: 'calendars', calendarId: 'nonsense' }, /0 h a week/],
  ['team', { tab: 'calendars', calendarId: 'overlapping' }, /104.33 h a week/],
  ['team', { tab: 'calendars', calendarId: 'no-versions' }, /Nobody works by this calendar yet/],
  ['team', { tab: 'calendars', calendarId: 'many-versions' }, /9 h a week/],
  ['team', { tab: 'calendars', calendarId: 'many-holidays' }, /45 h a week/],
  ['team', { tab: 'clients' }, /Atlantis Ltd/],
  // Output alone: no errors, times or values of theirs can be believed, so the list follows at once,
  // or after a hint that is fetched meanwhile.
  ['entries', {}, /Completed9Open now27(Press Enter [a-z, ]+\.)?CompletedMember/],
  ['today', {}, /Atlantis Ltd/],
  ['wrap-up', {}, /Work without an outcome/],
  ['check-in', {}, /checked in/],
])('%s %j shows what no form would have let in', async (view, params, shown) => {
  const { container } = desk.show(view, <ViewOutlet />, params);
  await expect.poll(() => container.textContent, { timeout: 15_000 }).toMatch(shown);
  expect(screen.queryByText('This view stopped working')).toBeNull();
  expect(container.textContent).not.toMatch(/NaN|Infinity|undefined|\[object/);
});
