import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { openEntries } from '../../../renderer/data/deliverables.ts';
import { currentProjection } from '../../../renderer/data/current.ts';
import { withNeedsKnown } from '../../../renderer/data/needed-work.ts';
import { reassignWork } from '../../../renderer/services/assign.ts';
import { save } from '../../../renderer/services/save.ts';
import { settleNeeds } from '../../../renderer/services/settle-needs.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import type { Desk } from './desks.ts';
import { NOW_MS, edit, invited, managerDesk, must, sitDown } from './desks.ts';

const SCOPE = '202611-scope';
const DRAFT = '202611-draft';

const says = async (memberId: string, id: string, fields: Fields): Promise<void> => {
  must(await save([edit(memberAudience(memberId), 'deliverable', id, fields)]));
};

/** Ana's draft needs Ben's scope, which she cannot read. */
async function team(): Promise<{ readonly manager: Desk; readonly ana: Desk }> {
  const manager = await managerDesk();
  const ana = await invited(manager);
  must(await save([edit('team', 'member', 'ben', { name: 'Ben', timeZone: 'Europe/Rome' })]));
  await says('ben', SCOPE, { title: 'Scope', requestedAtMs: NOW_MS });
  await says('ana', DRAFT, {
    title: 'Draft',
    requestedAtMs: NOW_MS,
    [`need.${SCOPE}`]: { memberId: 'ben', title: 'Scope', doneAtMs: null },
  });
  return { manager, ana };
}

const needOf = async (memberId: string) => (await openEntries(memberId))[0]?.needs[0];
const appended = async () =>
  (await currentProjection().cursors.toArray()).reduce((sum, { seq }) => sum + seq, 0);

async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
}

test('a member learns from the manager’s device that work they cannot read is done, and open again', async () => {
  const { manager, ana } = await team();
  expect(must(await settleNeeds())).toBe(0);
  await says('ben', SCOPE, { completedAtMs: NOW_MS, day: '2026-11-18' });
  expect(must(await settleNeeds())).toBe(1);
  await walkTo(ana);
  expect(await needOf('ana')).toMatchObject({ doneAtMs: NOW_MS, title: 'Scope' });
  await walkTo(manager);
  await says('ben', SCOPE, { completedAtMs: null });
  expect(must(await settleNeeds())).toBe(1);
  await walkTo(ana);
  expect(await needOf('ana')).toMatchObject({ doneAtMs: null });
});

test('settled twice writes once, and an assistant’s device writes nothing', async () => {
  const { ana } = await team();
  await says('ben', SCOPE, { completedAtMs: NOW_MS, day: '2026-11-18' });
  await says('ana', DRAFT, { note: 'x' });
  expect(must(await settleNeeds())).toBe(1);
  const written = await appended();
  expect(must(await settleNeeds())).toBe(0);
  expect(await appended()).toBe(written);
  await walkTo(ana);
  expect(must(await settleNeeds())).toBe(0);
});

test('a need follows work that is given to somebody else', async () => {
  await team();
  const [scope] = await openEntries('ben');
  must(await reassignWork(scope ? [scope] : [], 'ana'));
  await says('ana', SCOPE, { completedAtMs: NOW_MS, day: '2026-11-18' });
  expect(must(await settleNeeds())).toBe(1);
  expect(await needOf('ana')).toMatchObject({ memberId: 'ana', doneAtMs: NOW_MS });
});

test('what a member completes frees their own other work at once, and what they cannot see waits to be told', async () => {
  const { ana } = await team();
  await walkTo(ana);
  await says('ana', DRAFT, { 'need.202611-photos': { memberId: 'ana', title: 'Photos' } });
  await says('ana', '202611-photos', { title: 'Photos', requestedAtMs: NOW_MS });
  const doneAt = async () => {
    const draft = (await withNeedsKnown(await openEntries('ana'))).find(({ id }) => id === DRAFT);
    return new Map(draft?.needs.map((need) => [need.id, need.doneAtMs]));
  };
  const open = new Map<string, number | null>([
    [SCOPE, null],
    ['202611-photos', null],
  ]);
  expect(await doneAt()).toEqual(open);
  await says('ana', '202611-photos', { completedAtMs: NOW_MS, day: '2026-11-18' });
  expect(await doneAt()).toEqual(open.set('202611-photos', NOW_MS));
});
