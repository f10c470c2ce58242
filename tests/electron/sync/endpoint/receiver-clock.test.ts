import { expect, test } from 'vitest';
import { value } from '../parts/test-engine.ts';
import { endpointTeam } from '../parts/endpoint-team.ts';

/** An answer's `Date` is cut to seconds. */
const SECOND_MS = 1_000;

test('the receiver’s clock is known within the time of an answer, and forgotten with the receiver', async () => {
  const t = await endpointTeam();
  await t.send();
  const offset = value(await t.assistant.engine.syncPeers(t.workspace)).receiverOffset;
  // Both run on this computer: the truth is nought.
  expect(offset?.atLeastMs).toBeLessThanOrEqual(0);
  expect(offset?.atMostMs).toBeGreaterThanOrEqual(0);
  expect(offset?.atMostMs).toBeLessThanOrEqual(10 * SECOND_MS);
  value(await t.assistant.engine.clearTarget(t.workspace));
  expect(value(await t.assistant.engine.syncPeers(t.workspace)).receiverOffset).toBeNull();
});
