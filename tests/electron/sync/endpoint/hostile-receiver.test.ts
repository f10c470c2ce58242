import { join } from 'node:path';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { frontedTeam } from '../parts/fronted-team.ts';
import { someBytes } from '../parts/evidence-team.ts';
import { type Behave, honest } from '../parts/http-front.ts';
import { newFolder } from '../parts/logging-manager.ts';
import { outagesIn } from '../outages/outages-in.ts';
import { codeOf, readAllIds, value } from '../parts/test-engine.ts';

const MINUTE_MS = 60_000;
const IS_LIST = /\/batches\?/;
const IS_BATCH = /\/batches\/[0-9a-f]{64}$/;

afterEach(() => {
  vi.useRealTimers();
});

/** Answers in the receiver's name where `answer` has something to say, and hands on all else. */
const answering =
  (
    receiverKey: string,
    answer: (method: string, url: string) => { status: number; body: object; wait?: string } | null,
  ): Behave =>
  async (request, response, handOn) => {
    const said = answer(request.method ?? '', request.url ?? '');
    if (said === null) {
      (await handOn()).give();
      return;
    }
    request.resume();
    const { status, body, wait } = said;
    const headers = { [RECEIVER_HEADER]: receiverKey, ...(wait && { 'retry-after': wait }) };
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  };

test('a receiver that is full is read all the same', async () => {
  const { front, receiver, log, send, assistant, workspace, manager, managerId } =
    await frontedTeam();
  front.behave = answering(receiver.address.receiverKey, (method) =>
    method === 'PUT'
      ? { status: 507, body: { code: 'out-of-space', message: '' }, wait: '30' }
      : null,
  );
  await log('waits');
  expect(await send()).toMatchObject({ waiting: 'receiver-full', unsentCount: 1 });
  front.behave = honest;
  const client = {
    audience: 'team',
    type: 'client',
    id: 'acme',
    fields: { name: 'Acme' },
  } as const;
  value(await manager.engine.append({ workspace, memberId: managerId, edits: [client] }));
  value(await manager.engine.sendNow(workspace));
  value(await assistant.engine.pull(workspace));
  expect(await readAllIds(assistant.engine, workspace)).toContain('acme');
});

test('of many batches that were listed and not given, none is forgotten', async () => {
  const { front, receiver, manager, log, send, workspace } = await frontedTeam();
  value(await manager.engine.pull(workspace));
  const names = Array.from({ length: 24 }, (_, i) => `of-${i}`);
  for (const name of names) {
    await log(name);
    await send();
  }
  const asked: string[] = [];
  const refusing = answering(receiver.address.receiverKey, (_method, url) => {
    if (!IS_BATCH.test(url)) return null;
    asked.push(url);
    return { status: 404, body: { code: 'not-found', message: '' } };
  });
  front.behave = refusing;
  value(await manager.engine.pull(workspace));
  const all = [...new Set(asked)];
  expect(all).toHaveLength(24);
  asked.length = 0;
  value(await manager.engine.pull(workspace));
  value(await manager.engine.pull(workspace));
  expect(new Set(asked)).toEqual(new Set(all));
});

test.each([
  ['of nothing', [], 'not-outlog'],
  ['of what is known', null, 'ok'],
])(
  'a listing without an end %s ends all the same',
  async (_words, items, code) => {
    const { front, receiver, assistant, workspace } = await frontedTeam();
    value(await assistant.engine.pull(workspace));
    const page = await receiver.store.list({ workspace, audiences: null, after: null, limit: 1 });
    let pages = 0;
    front.behave = answering(receiver.address.receiverKey, (_method, url) => {
      if (!IS_LIST.test(url)) return null;
      pages += 1;
      const body = { items: items ?? page.items, next: `x${pages}`, hasMore: true };
      return { status: 200, body };
    });
    expect(codeOf(await assistant.engine.pull(workspace))).toBe(code);
    expect(pages).toBeLessThanOrEqual(200);
  },
  30_000,
);

test('a receiver that leaves one hanging holds up no change of the target', async () => {
  const { front, root, assistant, workspace } = await frontedTeam();
  const asked = new Promise<void>((resolve) => {
    front.behave = (request) => {
      request.resume();
      resolve();
    };
  });
  const pulling = assistant.engine.pull(workspace);
  await asked;
  const folder = newFolder(join(root, 'assistant'));
  const status = value(await assistant.engine.setFolder(workspace, folder));
  expect(status.target).toMatchObject({ kind: 'folder', isReachable: true });
  expect(codeOf(await pulling)).not.toBe('ok');
});

test('more pieces of one file than anybody can name hold up no other file', async () => {
  const { front, receiver, manager, assistant, workspace, log } = await frontedTeam();
  const attach = async (seed: number) =>
    value(
      await assistant.engine.addEvidenceBytes({
        workspace,
        audience: 'm-ana',
        name: 'proof.bin',
        bytes: someBytes(900, seed),
      }),
    );
  const [flooded, other] = [await attach(1), await attach(2)];
  await log('a');
  const edits = [flooded, other].map((evidence, i) => ({
    audience: 'm-ana' as const,
    type: 'deliverable',
    id: `202611-with-${i}`,
    fields: { title: 'With a file', evidence: [{ ...evidence }] },
  }));
  value(await assistant.engine.append({ workspace, memberId: 'ana', edits }));
  value(await assistant.engine.sendNow(workspace));
  value(await assistant.engine.moveEvidence(workspace));
  front.behave = answering(receiver.address.receiverKey, (method, url) => {
    if (method !== 'GET' || !url.endsWith(`/evidence/m-ana/${flooded.hash}`)) return null;
    const pieces = Array.from(
      { length: 4_000 },
      (_, i) => `p-02-02-${i.toString(16).padStart(16, '0')}.piece`,
    );
    return { status: 200, body: { pieces } };
  });
  value(await manager.engine.pull(workspace));
  const status = value(await manager.engine.moveEvidence(workspace));
  expect(status.evidence.waiting).toBe('none');
  expect(codeOf(await manager.engine.readEvidence({ workspace, hash: other.hash }))).toBe('ok');
});

test('a receiver that does not answer is noticed as an outage while nobody looks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const clock = { atMs: Date.UTC(2026, 10, 20, 9) };
  const machine = { bootedAtMs: () => 0, hasNetwork: () => true };
  const faults = { isActive: true, nowMs: () => clock.atMs, machine };
  const { front, assistant, workspace } = await frontedTeam({ faults });
  const [entry] = assistant.engine.workspaces();
  if (!entry) throw new Error('There is no workspace.');
  front.behave = (request) => void request.socket.destroy();
  const minute = async (): Promise<void> => {
    clock.atMs += MINUTE_MS;
    vi.advanceTimersByTime(MINUTE_MS);
    await expect
      .poll(async () => value(await assistant.engine.syncStatus(workspace)).waiting)
      .toBe('offline');
  };
  for (let at = 0; at < 9; at += 1) await minute();
  await expect
    .poll(() => outagesIn(assistant.engine, entry))
    .toMatchObject([{ kind: 'connection', seenBy: 'unreachable-target', toMs: null }]);
}, 30_000);
