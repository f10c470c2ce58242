import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ChunkPart } from '#shared/stream/chunk-part';
import type { Bridge } from '#shared/ipc';
import { currentProjection } from '../../../renderer/data/current.ts';
import { findEntries } from '../../../renderer/data/find/find-entries.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { save } from '../../../renderer/services/save.ts';
import type { Desk } from './desks.ts';
import { doneEdit, invited, managerDesk, must, sitDown } from './desks.ts';

const COUNT = 400;

/** A manager, to whom an assistant has sent more than is worth packing. */
async function managerWithNews(): Promise<Desk> {
  const manager = await managerDesk();
  const ana = await invited(manager);
  await sitDown(ana);
  must(await save(Array.from({ length: COUNT }, (_, at) => doneEdit('ana', `p${at}`))));
  must(await sendNow());
  return manager;
}

/** The same desk, whose window gets each part through `through`; what it got is kept in `got`. */
function watched(desk: Desk, got: ChunkPart[], through = (part: ChunkPart) => part): Desk {
  const { bridge } = desk.computer;
  const readChanges: Bridge['readChanges'] = async (input) => {
    const reply = await bridge.readChanges(input);
    if (!reply.ok) return reply;
    const parts = reply.value.parts.map(through);
    got.push(...parts);
    return { ...reply, value: { ...reply.value, parts } };
  };
  return { ...desk, computer: { ...desk.computer, bridge: { ...bridge, readChanges } } };
}

const countEntries = async (): Promise<number> => (await findEntries({}, 1)).total;

test('what an assistant sent arrives packed and is merged', async () => {
  const got: ChunkPart[] = [];
  await sitDown(watched(await managerWithNews(), got));
  must(await pullNow());
  await expect.poll(countEntries).toBe(COUNT);
  expect(got.some(({ codec }) => codec === 'gzip')).toBe(true);
});

test('what the window cannot unpack is read again as lines, and nothing is rebuilt', async () => {
  const got: ChunkPart[] = [];
  const spoilt = (part: ChunkPart): ChunkPart =>
    part.codec === 'gzip' ? { ...part, bytes: part.bytes.slice(1) } : part;
  await sitDown(watched(await managerWithNews(), got, spoilt));
  const before = currentProjection();
  must(await pullNow());
  await expect.poll(countEntries).toBe(COUNT);
  expect(currentProjection()).toBe(before);
  expect(got.some(({ codec }) => codec === 'gzip')).toBe(true);
});
