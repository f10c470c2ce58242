import { expect, onTestFinished, test } from 'vitest';
import { endpointTeam } from '../parts/endpoint-team.ts';
import { honest, type HttpFront, httpFront } from '../parts/http-front.ts';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { outagesIn } from './outages-in.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 10, 20, 9);

/** Ana with a receiver behind a proxy that the test speaks for, and a clock that goes on when told to. */
async function desk() {
  const clock = { atMs: START_MS };
  const machine = { bootedAtMs: () => 0, hasNetwork: () => true };
  const fronts: HttpFront[] = [];
  const team = await endpointTeam({
    faults: { isActive: true, nowMs: () => clock.atMs, machine },
    via: async ({ url }) => {
      const made = await httpFront(url);
      fronts.push(made);
      onTestFinished(made.close);
      return made.url;
    },
  });
  const [front] = fronts;
  const entry = team.assistant.engine.workspaces()[0];
  if (!front || !entry) throw new Error('There is no proxy, or no workspace.');
  const look = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      clock.atMs += MINUTE_MS;
      await team.assistant.engine.pull(entry.id);
    }
  };
  const outages = () => outagesIn(team.assistant.engine, entry);
  return { ...team, clock, front, look, outages };
}

test('a receiver that nothing comes back from is an outage until it answers again', async () => {
  const { look, front, outages } = await desk();
  await look(1);
  front.behave = (request) => void request.socket.destroy();
  await look(9);
  await expect
    .poll(outages)
    .toMatchObject([{ kind: 'connection', seenBy: 'unreachable-target', toMs: null }]);
  front.behave = honest;
  await expect
    .poll(
      async () => {
        await look(1);
        return (await outages())[0]?.toMs;
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(START_MS);
}, 60_000);

test('one that answers that it will not, is there', async () => {
  const { look, front, outages, receiver } = await desk();
  front.behave = (request, response) => {
    request.resume();
    response.writeHead(401, { [RECEIVER_HEADER]: receiver.address.receiverKey });
    response.end(JSON.stringify({ code: 'unauthorized', message: '' }));
  };
  await look(9);
  expect(await outages()).toEqual([]);
}, 60_000);
