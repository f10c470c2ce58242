import { expect, onTestFinished, test } from 'vitest';
import { joinPath } from '#shared/endpoint/protocol';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam } from './parts/receiver-team.ts';
import { problemOf } from './parts/send.ts';
import { WORKSPACE } from './parts/team-over.ts';

const DAY_MS = 86_400_000;
const SEALED = Buffer.from('sealed by the rest of the code');

async function desk(clock = { ms: Date.UTC(2026, 10, 2) }) {
  const made = await receiverTeam(temporaryFolder(), { nowMs: () => clock.ms });
  onTestFinished(() => made.close());
  const leave = (token: string, locator = '7h3k', query = '') =>
    made.ask(`/v1/workspaces/${WORKSPACE}/joins/${locator}${query}`, {
      method: 'PUT',
      token,
      body: SEALED,
    });
  return { ...made, leave, clock };
}

test('an invite lies under its code for seven days, and whoever has the code gets it', async () => {
  const { leave, ask, founderToken, clock } = await desk();
  const heard = await leave(founderToken);
  expect([heard.status, heard.json]).toEqual([201, { expiresAtMs: clock.ms + 7 * DAY_MS }]);
  const got = await ask(joinPath('7h3k'));
  expect([got.status, Buffer.from(got.bytes).equals(SEALED)]).toEqual([200, true]);
  clock.ms += 7 * DAY_MS + 1;
  expect((await ask(joinPath('7h3k'))).status).toBe(404);
});

test('it can be for a shorter time and for no longer', async () => {
  const { leave, founderToken, clock, ask } = await desk();
  const soon = clock.ms + 1_000;
  const short = await leave(founderToken, '7h3k', `?expiresAtMs=${soon}`);
  expect(short.json).toEqual({ expiresAtMs: soon });
  const long = await leave(founderToken, '0000', `?expiresAtMs=${clock.ms + 99 * DAY_MS}`);
  expect(long.json).toEqual({ expiresAtMs: clock.ms + 7 * DAY_MS });
  clock.ms = soon + 1;
  expect((await ask(joinPath('7h3k'))).status).toBe(404);
  expect((await ask(joinPath('0000'))).status).toBe(200);
});

test('only managers leave invites', async () => {
  const { leave, invite, sendPlan } = await desk();
  const ana = invite('ana');
  const mia = invite('mia', 'manager');
  await sendPlan();
  expect(problemOf(await leave(ana.token))).toBe('403 forbidden');
  expect((await leave(mia.token)).status).toBe(201);
});

test('codes are not to be tried out', async () => {
  const { ask } = await desk();
  const heard: string[] = [];
  for (let at = 0; at < 25; at += 1) heard.push(problemOf(await ask(joinPath(`a${at % 10}zz`))));
  expect(heard.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => '404 not-found'));
  expect(heard.at(-1)).toBe('429 rate-limited');
  expect((await ask('/v1/hello')).status).toBe(200);
});
