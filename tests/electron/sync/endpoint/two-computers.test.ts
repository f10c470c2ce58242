import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endpointTeam, listedBy } from '../parts/endpoint-team.ts';
import { someBytes } from '../parts/evidence-team.ts';
import { batchesIn, newFolder } from '../parts/logging-manager.ts';
import { unreadCounts } from '../parts/unread-counts.ts';
import { codeOf, readAllIds, testEngine, value } from '../parts/test-engine.ts';

test('what Ana logs reaches the manager through a receiver, and the plan reaches Ana', async () => {
  const t = await endpointTeam({ isEncrypted: true });
  await t.log('a', 'b');
  const status = await t.send();
  expect(status).toMatchObject({
    waiting: 'none',
    unsentCount: 0,
    target: { kind: 'endpoint', isReachable: true, isEncrypted: true },
  });
  const pulled = value(await t.manager.engine.pull(t.workspace));
  expect(pulled).toMatchObject({ newBatches: 1, rejected: [], gaps: [] });
  expect(await readAllIds(t.manager.engine, t.workspace)).toContain('202611-b');
  value(await t.assistant.engine.pull(t.workspace));
  expect(await readAllIds(t.assistant.engine, t.workspace)).toContain('ana');
});

test('what a receiver listed and did not give yet is told while it is read', async () => {
  const t = await endpointTeam();
  for (let at = 0; at < 9; at += 1) {
    await t.log(`a${at}`, `b${at}`);
    await t.send();
  }
  const pull = t.manager.engine.pull(t.workspace);
  const told = (await unreadCounts(t.manager, t.workspace, pull)).filter((count) => count > 0);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => b - a));
  expect(Math.max(...told)).toBeLessThanOrEqual(19);
  expect(value(await t.manager.engine.syncStatus(t.workspace)).unreadCount).toBe(0);
});

test('what was listed before is not listed again, also after a restart', async () => {
  const t = await endpointTeam();
  await t.log('a');
  await t.send();
  expect(value(await t.manager.engine.pull(t.workspace)).newBatches).toBe(1);
  expect(value(await t.manager.engine.pull(t.workspace))).toMatchObject({
    newBatches: 0,
    knownBatches: 0,
  });
  await t.manager.engine.close();
  await t.log('b');
  await t.send();
  const again = await testEngine(join(t.root, 'manager'));
  expect(value(await again.engine.pull(t.workspace))).toMatchObject({
    newBatches: 1,
    knownBatches: 0,
  });
});

test('a store that was lost from the disk is listed and fetched again', async () => {
  const t = await endpointTeam();
  await t.log('a');
  await t.send();
  value(await t.manager.engine.pull(t.workspace));
  await t.manager.engine.close();
  const directory = join(t.root, 'manager', 'workspaces', t.workspace);
  for (const lost of ['store', 'index']) rmSync(join(directory, lost), { recursive: true });
  const again = await testEngine(join(t.root, 'manager'));
  expect(value(await again.engine.pull(t.workspace))).toMatchObject({ rejected: [], gaps: [] });
  expect(await readAllIds(again.engine, t.workspace)).toContain('202611-a');
});

test('a receiver that is off keeps everything waiting, and gets it when it is back', async () => {
  const t = await endpointTeam();
  await t.receiver.close();
  await t.log('a');
  expect(await t.send()).toMatchObject({
    waiting: 'offline',
    target: { isReachable: false },
    unsentCount: 2,
  });
  expect(codeOf(await t.assistant.engine.pull(t.workspace))).toBe('offline');
});

test('a token lies on the disk as the key protector sealed it, and in no status or log', async () => {
  const t = await endpointTeam();
  await t.send();
  const file = join(t.root, 'assistant', 'workspaces', t.workspace, 'workspace.json');
  const { endpoint } = JSON.parse(readFileSync(file, 'utf8')) as {
    endpoint: { sealedToken: string };
  };
  const token = Buffer.from(endpoint.sealedToken, 'base64').toString();
  const log = value(await t.assistant.engine.syncLog(t.workspace)).text;
  const status = JSON.stringify(value(await t.assistant.engine.syncStatus(t.workspace)));
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(log + status).not.toContain(token);
  expect(log).toMatch(/receipt/);
  expect(log).not.toContain('127.0.0.1');
});

test('whose invite is revoked is told so, keeps what was written, and sends nothing', async () => {
  const t = await endpointTeam();
  await t.log('a');
  await t.send();
  const edits = [
    {
      audience: 'team' as const,
      type: 'invite',
      id: t.inviteKey,
      fields: { revokedAtMs: Date.now() },
    },
  ];
  const { workspace, managerId: memberId } = t;
  value(await t.manager.engine.append({ workspace, memberId, edits }));
  value(await t.manager.engine.sendNow(workspace));
  const before = (await listedBy(t.receiver, workspace)).length;
  await t.log('b');
  expect(await t.send()).toMatchObject({ waiting: 'revoked', unsentCount: 1 });
  expect(await listedBy(t.receiver, workspace)).toHaveLength(before);
  expect(await readAllIds(t.assistant.engine, workspace)).toContain('202611-b');
});

test('another target starts fresh: a folder gets everything that the receiver had', async () => {
  const t = await endpointTeam();
  await t.log('a');
  await t.send();
  const cleared = value(await t.assistant.engine.clearTarget(t.workspace));
  expect(cleared).toMatchObject({ target: null, waiting: 'no-folder', unsentCount: 2 });
  const folder = newFolder(t.root);
  const chosen = value(await t.assistant.engine.setFolder(t.workspace, folder));
  expect(chosen).toMatchObject({ target: { kind: 'folder' }, waiting: 'none', unsentCount: 0 });
  expect(batchesIn(folder)).toHaveLength(1);
});

test('a file reaches the manager by the same rules, the log first', async () => {
  const t = await endpointTeam();
  const { workspace, assistantId } = t;
  const bytes = someBytes(2_500_000);
  const audience = `m-${assistantId}` as const;
  const evidence = value(
    await t.assistant.engine.addEvidenceBytes({ workspace, audience, name: 'proof.bin', bytes }),
  );
  const edits = [
    {
      audience,
      type: 'deliverable',
      id: '202611-proof',
      fields: { title: 'Shown', evidence: [{ ...evidence }] },
    },
  ];
  value(await t.assistant.engine.append({ workspace, memberId: assistantId, edits }));
  const sent = value(await t.assistant.engine.moveEvidence(workspace));
  expect(sent).toMatchObject({ unsentCount: 0, evidence: { waiting: 'none', waitingCount: 0 } });
  value(await t.manager.engine.pull(workspace));
  const fetched = value(await t.manager.engine.moveEvidence(workspace));
  expect(fetched.evidence.arrivedCount).toBe(1);
  const read = value(await t.manager.engine.readEvidence({ workspace, hash: evidence.hash }));
  expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true);
});
