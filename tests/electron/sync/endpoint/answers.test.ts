import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { expect, test } from 'vitest';
import { listedBy } from '../parts/endpoint-team.ts';
import { frontedTeam } from '../parts/fronted-team.ts';
import { honest, type HttpFront } from '../parts/http-front.ts';
import { codeOf, entryEdit, readAllIds, value } from '../parts/test-engine.ts';

/** Counts the requests from now on, each answered alike in the receiver's name. */
function answerAll(
  front: HttpFront,
  receiverKey: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): { count: number } {
  const asked = { count: 0 };
  front.behave = (request, response) => {
    asked.count += 1;
    request.resume();
    response.writeHead(status, { [RECEIVER_HEADER]: receiverKey, ...headers });
    response.end(JSON.stringify({ code: status === 401 ? 'unauthorized' : 'busy', message: '' }));
  };
  return asked;
}

test('401 stops the queue: nothing is asked again until somebody does', async () => {
  const { front, receiver, log, send, assistant, workspace } = await frontedTeam();
  const asked = answerAll(front, receiver.address.receiverKey, 401);
  await log('a');
  expect(await send()).toMatchObject({ waiting: 'unauthorized', unsentCount: 1 });
  expect(asked.count).toBe(1);
  for (let i = 0; i < 3; i += 1) {
    expect(codeOf(await assistant.engine.pull(workspace))).toBe('unauthorized');
  }
  expect(asked.count).toBe(1);
  front.behave = honest;
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
});

test('“Retry-After” is kept to, and told', async () => {
  const { front, receiver, log, send, assistant, workspace } = await frontedTeam();
  const asked = answerAll(front, receiver.address.receiverKey, 503, { 'retry-after': '120' });
  await log('a');
  const status = await send();
  expect(status).toMatchObject({ waiting: 'receiver-busy', unsentCount: 1 });
  expect((status.nextTryAtMs ?? 0) - Date.now()).toBeGreaterThan(110_000);
  expect(codeOf(await assistant.engine.pull(workspace))).toBe('receiver-busy');
  expect(asked.count).toBe(1);
});

test('a proxy with a small cap gets smaller batches, and the manager the same entries', async () => {
  const { front, send, assistant, manager, workspace, assistantId } = await frontedTeam();
  const mostBytes = 3_000;
  const refused: number[] = [];
  front.behave = async (request, response, handOn) => {
    const sizeBytes = Number(request.headers['content-length'] ?? 0);
    if (request.method !== 'PUT' || sizeBytes <= mostBytes) {
      (await handOn()).give();
      return;
    }
    refused.push(sizeBytes);
    request.resume();
    response.writeHead(413, { connection: 'close' });
    response.end('<html>413</html>');
  };
  const edits = Array.from({ length: 200 }, (_, i) => entryEdit(assistantId, `many${i}`));
  value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
  expect(refused.length).toBeGreaterThan(0);
  const pulled = value(await manager.engine.pull(workspace));
  expect(pulled).toMatchObject({ rejected: [], gaps: [] });
  const ids = await readAllIds(manager.engine, workspace);
  expect(ids.filter((id) => id.startsWith('202611-many'))).toHaveLength(200);
  expect(new Set(ids).size).toBe(ids.length);
  expect(value(await assistant.engine.pull(workspace))).toMatchObject({ rejected: [] });
});

test('an entry that is never taken is named; those after it go, and count as sent when it does', async () => {
  const { front, receiver, log, send, assistant, workspace, assistantId } = await frontedTeam();
  let isRefusing = true;
  front.behave = async (request, response, handOn) => {
    if (request.method !== 'PUT' || !isRefusing) {
      (await handOn()).give();
      return;
    }
    isRefusing = false;
    request.resume();
    response.writeHead(422, { [RECEIVER_HEADER]: receiver.address.receiverKey });
    response.end('{"code":"batch-damaged","message":"No."}');
  };
  const sentSeq = async () =>
    value(await assistant.engine.syncStatus(workspace)).own.find(
      ({ memberId, audience }) => memberId === assistantId && audience === `m-${assistantId}`,
    )?.sentSeq;
  const before = await sentSeq();
  await log('refused');
  expect(await send()).toMatchObject({ waiting: 'refused', unsentCount: 1 });
  const listed = (await listedBy(receiver, workspace)).length;
  isRefusing = false;
  await log('after');
  // By itself, as a moving file makes it: what was refused is left alone, what follows it goes.
  value(await assistant.engine.moveEvidence(workspace));
  expect(await sentSeq()).toBe(before);
  expect(value(await assistant.engine.syncQueue(workspace)).items[0]?.problem).toBe('refused');
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
  expect((await listedBy(receiver, workspace)).length).toBe(listed + 2);
});

test('a batch that is listed and not given keeps no other one waiting, and is asked for again', async () => {
  const { front, manager, log, send, workspace } = await frontedTeam();
  await log('a');
  await send();
  value(await manager.engine.pull(workspace));
  await log('b');
  await send();
  await log('c');
  await send();
  let isHidden = true;
  const hidden = new Set<string>();
  front.behave = async (request, response, handOn) => {
    const url = request.url ?? '';
    const isBatch = request.method === 'GET' && /\/batches\/[0-9a-f]{64}$/.test(url);
    if (isHidden && isBatch && (hidden.size === 0 || hidden.has(url))) {
      hidden.add(url);
      const { headers } = await handOn();
      response.writeHead(404, { [RECEIVER_HEADER]: headers[RECEIVER_HEADER] ?? '' });
      response.end();
    } else await honest(request, response, handOn);
  };
  const first = value(await manager.engine.pull(workspace));
  expect(first).toMatchObject({ newBatches: 1, rejected: [{ problem: 'batch-unreadable' }] });
  expect(first.gaps).toHaveLength(1);
  isHidden = false;
  expect(value(await manager.engine.pull(workspace))).toMatchObject({
    newBatches: 1,
    rejected: [],
    gaps: [],
  });
});

test('a listing that never ends, and one that is none, end as what they are', async () => {
  const { front, receiver, manager, workspace } = await frontedTeam();
  const answers = [
    () => ({ items: [], next: 'again', hasMore: true }),
    () => ({ items: 'many', next: 'x', hasMore: false }),
    () => ({ items: [], next: '../..', hasMore: false }),
    () => null,
  ];
  for (const answer of answers) {
    front.behave = async (request, response, handOn) => {
      if (!request.url?.includes('/batches?')) {
        (await handOn()).give();
        return;
      }
      response.writeHead(200, { [RECEIVER_HEADER]: receiver.address.receiverKey });
      response.end(JSON.stringify(answer()));
    };
    expect(codeOf(await manager.engine.pull(workspace))).toBe('not-outlog');
  }
  front.behave = honest;
  expect(value(await manager.engine.pull(workspace)).rejected).toEqual([]);
});
