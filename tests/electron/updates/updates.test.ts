import { expect, test } from 'vitest';
import type { UpdateStatus } from '#shared/update-status';
import { updateProblem } from '../../../electron/updates/update-problem.ts';
import type { UpdateSource } from '../../../electron/updates/update-source.ts';
import { Updates } from '../../../electron/updates/updates.ts';

const URL = 'https://updates.example/outlog';

/** A place where 2.0.0 lies, and a note of what was done with it. */
function openUpdates(change: Partial<UpdateSource> = {}, address: string | null = URL) {
  const done: string[] = [];
  const settings = { address };
  const shown: UpdateStatus[] = [];
  const updates = new Updates({
    loadSource: async () => ({
      canReplaceItself: true,
      latest: async (url) => {
        done.push(`look at ${url}`);
        return { version: '2.0.0', isNewer: true };
      },
      fetch: async () => void done.push('fetch'),
      install: () => void done.push('install'),
      ...change,
    }),
    address: () => settings.address,
    nowMs: () => 1_000,
    log: { warn: () => undefined, bug: () => undefined },
    onStatus: (status) => shown.push(status),
  });
  return { updates, done, settings, shown };
}

test.each([[null], ['http://updates.example/'], ['file:///etc'], ['']])(
  'without an https address (%s) nobody is asked',
  async (address) => {
    const { updates, done } = openUpdates({}, address);
    expect((await updates.look()).phase).toBe('off');
    expect(done).toEqual([]);
    updates.close();
  },
);

test('what is newer is fetched, and put in place on the way out alone', async () => {
  const { updates, done, shown } = openUpdates();
  expect(await updates.look()).toMatchObject({ phase: 'ready', version: '2.0.0' });
  expect(shown.map(({ phase }) => phase)).toEqual(['off', 'idle', 'looking', 'fetching', 'ready']);
  expect(done).toEqual([`look at ${URL}`, 'fetch']);
  expect(updates.installOnTheWayOut({ isAllSaved: true })).toBe(true);
  expect(done.at(-1)).toBe('install');
  updates.close();
});

test('nothing is put in place while something is unsaved, in the window or on the disk', async () => {
  const { updates, done } = openUpdates();
  await updates.look();
  expect(updates.installOnTheWayOut({ isAllSaved: false })).toBe(false);
  updates.noteUnsaved(1);
  expect(updates.installOnTheWayOut({ isAllSaved: true })).toBe(false);
  expect(done).not.toContain('install');
  updates.noteUnsaved(0);
  expect(updates.installOnTheWayOut({ isAllSaved: true })).toBe(true);
  updates.close();
});

test('a copy that cannot replace itself tells of what is newer and fetches nothing', async () => {
  const { updates, done } = openUpdates({ canReplaceItself: false });
  expect(await updates.look()).toMatchObject({ phase: 'found', isByHand: true });
  expect(updates.installOnTheWayOut({ isAllSaved: true })).toBe(false);
  expect(done).toEqual([`look at ${URL}`]);
  updates.close();
});

test('an address that is taken away takes with it what it had', async () => {
  const { updates, settings } = openUpdates();
  await updates.look();
  settings.address = null;
  updates.follow();
  expect(updates.status()).toMatchObject({ phase: 'off', version: null });
  expect(updates.installOnTheWayOut({ isAllSaved: true })).toBe(false);
  updates.close();
});

test('a look that fails says why, and the next may succeed', async () => {
  let isDown = true;
  const { updates } = openUpdates({
    fetch: async () => {
      if (isDown) throw new Error('net::ERR_CONNECTION_REFUSED');
    },
  });
  expect(await updates.look()).toMatchObject({ phase: 'failed', problem: 'unreachable' });
  isDown = false;
  expect(await updates.look()).toMatchObject({ phase: 'ready', problem: null });
  updates.close();
});

test.each([
  [
    Object.assign(new Error('sha512 checksum mismatch'), { code: 'ERR_CHECKSUM_MISMATCH' }),
    'damaged',
  ],
  [
    Object.assign(new Error('Cannot find'), { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }),
    'not-an-update-address',
  ],
  [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'disk'],
  [new Error('what is this'), 'other'],
  ['a text', 'other'],
])('the words of %s become a code', (error, problem) => {
  expect(updateProblem(error)).toBe(problem);
});
