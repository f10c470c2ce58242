import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, openTableDesk, prepare, run, undo } from './table-desk.tsx';
import type { TableDesk } from './table-desk.tsx';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { findEntries } from '../../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { save } from '../../../../renderer/services/save.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../fixtures/imports');
const BOARD = path.join(SAMPLES, 'trello/shop-listings.json');

let desk: TableDesk;
beforeEach(async () => {
  desk = await openTableDesk();
});
afterEach(async () => {
  await desk.leave();
});

const entries = async () => (await findEntries({})).entries;
const named = async (title: string) => {
  const found = (await entries()).find((entry) => entry.title === title);
  if (!found) throw new Error(`No entry is called ${title}`);
  return found;
};

describe('moving in from a board', { timeout: 20_000 }, () => {
  it('brings work, people, an outcome and an SOP, and takes all of it back', async () => {
    const before = await readPlan();
    const request = await prepare(desk, BOARD);
    const checked = await check(request);
    expect(checked.addedSops.map(({ title }) => title)).toEqual(['New listing']);
    expect(checked.addedMembers.map(({ name }) => name)).toContain('Ben Tan');
    expect((await run(request)).newCount).toBe(7);
    const plan = await readPlan();
    const sop = plan.sops.find(({ title }) => title === 'New listing');
    expect(sop?.draftSteps.map(({ title }) => title)).toEqual([
      'Photograph the front',
      'Write the title',
      'Add the price',
    ]);
    expect(plan.outcomeById.get(sop?.outcomeId ?? '')?.name).toBe('Shop listings');
    await undo(request.importId);
    const after = await readPlan();
    expect(after.sops.filter(({ isArchived }) => !isArchived)).toHaveLength(before.sops.length);
    expect(after.outcomes).toHaveLength(before.outcomes.length);
    expect(after.members).toHaveLength(before.members.length);
    expect(await entries()).toEqual([]);
  });

  it('knows a board’s CSV and its JSON for the same work', async () => {
    await run(await prepare(desk, BOARD));
    const csv = await prepare(desk, path.join(SAMPLES, 'trello/shop-listings.csv'));
    expect((await check(csv)).newCount).toBe(0);
    expect(csv.mapping.zone).not.toBe('');
  });

  it('remembers what was chosen, and brings back what an undo took', async () => {
    const first = await prepare(desk, BOARD, { checklists: 'steps', zone: 'Asia/Manila' });
    await run(first);
    await undo(first.importId);
    const again = await prepare(desk, BOARD);
    expect(again.mapping).toMatchObject({ checklists: 'steps', zone: 'Asia/Manila' });
    expect((await run(again)).newCount).toBe(7);
    expect(await entries()).toHaveLength(7);
  });

  it('keeps what was edited here where the source says something else, and tells both', async () => {
    const request = await prepare(desk, BOARD);
    await run(request);
    const bags = await named('Upload the bags');
    await save([
      {
        audience: `m-${bags.memberId}`,
        type: 'deliverable',
        id: bags.id,
        fields: { title: 'Upload all bags' },
      },
    ]);
    const changed = (await readFile(BOARD, 'utf8'))
      .replace('"Upload the bags"', '"Upload the leather bags"')
      .replace('"Ask for the logo"', '"Ask for the new logo"');
    const later = await prepare(desk, await desk.write('shop-listings.json', changed));
    const checked = await check(later);
    expect(checked.conflicts).toEqual([
      expect.objectContaining({
        field: 'title',
        here: 'Upload all bags',
        source: 'Upload the leather bags',
      }),
    ]);
    expect([checked.newCount, checked.changedCount, checked.sameCount]).toEqual([0, 2, 5]);
    await run(later);
    const titles = (await entries()).map(({ title }) => title);
    expect(titles).toContain('Upload all bags');
    expect(titles).toContain('Ask for the new logo');
    expect(titles).not.toContain('Upload the leather bags');
  });
});

describe('subtasks with people of their own', { timeout: 20_000 }, () => {
  it('become work that their parent needs first', async () => {
    await run(await prepare(desk, path.join(SAMPLES, 'asana/storefront.csv')));
    const banners = (await entries()).filter(({ title }) => title === 'Spring banner');
    const needs = banners.flatMap((banner) => banner.needs.map(({ id }) => id));
    const copy = await named('Write the copy');
    expect(needs).toContain(copy.id);
    expect((await entries()).filter(({ id }) => needs.includes(id))).toHaveLength(3);
  });
});
