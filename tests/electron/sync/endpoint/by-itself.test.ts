import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endpointTeam, listedBy } from '../parts/endpoint-team.ts';
import { entryEdit, testEngine, value } from '../parts/test-engine.ts';
import { testReceiver } from '../parts/test-receiver.ts';

test(
  'a receiver that comes back gets by itself what was written meanwhile, as one batch',
  { timeout: 60_000 },
  async () => {
    const t = await endpointTeam();
    const { workspace, assistantId: memberId, receiver } = t;
    await t.send();
    await t.assistant.engine.close();
    const before = (await listedBy(receiver, workspace)).length;
    await receiver.close();
    const { engine, statuses } = await testEngine(join(t.root, 'assistant'), {
      isActive: true,
      findReceivers: null,
    });
    await expect
      .poll(() => statuses.at(-1), { timeout: 15_000 })
      .toMatchObject({ waiting: 'offline', nextTryAtMs: expect.any(Number) });
    for (const id of ['a', 'b']) {
      value(await engine.append({ workspace, memberId, edits: [entryEdit(memberId, id)] }));
      const planned = statuses.at(-1)?.nextTryAtMs;
      await expect.poll(() => statuses.at(-1)?.nextTryAtMs, { timeout: 20_000 }).not.toBe(planned);
    }
    const port = Number(new URL(receiver.address.url).port);
    const again = await testReceiver(t.root, { port });
    onTestFinished(again.close);
    await expect
      .poll(() => statuses.at(-1), { timeout: 20_000 })
      .toMatchObject({ waiting: 'none', unsentCount: 0 });
    const mine = (await listedBy(again, workspace)).slice(before);
    expect(mine.filter(({ audience }) => audience === `m-${memberId}`)).toHaveLength(1);
    expect(mine[0]?.count).toBeGreaterThanOrEqual(2);
  },
);
