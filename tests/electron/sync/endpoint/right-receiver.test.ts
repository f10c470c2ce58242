import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cpSync } from 'node:fs';
import { setupLink } from '#shared/endpoint/setup-link';
import { expect, onTestFinished, test } from 'vitest';
import { ownCertificate } from '../../../../electron/receiver/own-certificate.ts';
import { endpointTeam, listedBy } from '../parts/endpoint-team.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { codeOf, entryEdit, readAllIds, testEngine, value } from '../parts/test-engine.ts';
import { SETUP_SECRET, testReceiver } from '../parts/test-receiver.ts';

test('another certificate gets not a byte of a request', async () => {
  const { cert, key } = await ownCertificate(temporaryFolder());
  let heardBytes = 0;
  let connections = 0;
  const impostor = createTlsServer({ cert, key }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => (heardBytes += chunk.length));
  });
  impostor.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => {
    impostor.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void impostor.close());
  const { port } = impostor.address() as AddressInfo;
  const t = await endpointTeam({ isEncrypted: true });
  const { workspace, receiver } = t;
  const endpoint = { ...receiver.address, url: `https://127.0.0.1:${port}` };
  const set = await t.manager.engine.setEndpoint({ workspace, endpoint, token: null });
  expect(codeOf(set)).toBe('receiver-wrong');
  expect({ connections: connections > 0, heardBytes }).toEqual({
    connections: true,
    heardBytes: 0,
  });
});

test('another receiver with a key of its own is told apart before the token is sent', async () => {
  const t = await endpointTeam();
  const other = await testReceiver(temporaryFolder());
  onTestFinished(other.close);
  const { workspace } = t;
  const endpoint = { ...other.address, receiverKey: t.receiver.address.receiverKey };
  const set = await t.manager.engine.setEndpoint({ workspace, endpoint, token: null });
  expect(codeOf(set)).toBe('receiver-wrong');
});

test('a receiver that moved is found on the network, and is the same target', async () => {
  let urls: readonly string[] = [];
  let searches = 0;
  const t = await endpointTeam({
    isEncrypted: true,
    faults: {
      findReceivers: async () => {
        searches += 1;
        const keyStart = keyOf().slice(0, 16);
        return [{ urls, keyStart, isEncrypted: true }];
      },
    },
  });
  const keyOf = (): string => t.receiver.address.receiverKey;
  await t.log('a');
  await t.send();
  await t.receiver.close();
  const impostor = await testReceiver(temporaryFolder(), { isEncrypted: true });
  onTestFinished(impostor.close);
  const moved = await testReceiver(t.root, { isEncrypted: true });
  onTestFinished(moved.close);
  expect(moved.address.url).not.toBe(t.receiver.address.url);
  urls = [impostor.address.url, moved.address.url];
  await t.log('b');
  const status = await t.send();
  expect(searches).toBe(1);
  expect(status).toMatchObject({ waiting: 'none', unsentCount: 0 });
  expect(status.target?.label).toBe(new URL(moved.address.url).host);
  expect(await listedBy(moved, t.workspace)).toHaveLength(4);
  await t.assistant.engine.close();
  const again = await testEngine(join(t.root, 'assistant'));
  expect(value(await again.engine.syncStatus(t.workspace)).unsentCount).toBe(0);
  expect(value(await again.engine.sendNow(t.workspace)).waiting).toBe('none');
});

test('where its certificate is known, it is spoken to by that certificate alone', async () => {
  let urls: readonly string[] = [];
  const t = await endpointTeam({
    isEncrypted: true,
    faults: {
      findReceivers: async () => {
        const keyStart = t.receiver.address.receiverKey.slice(0, 16);
        return [{ urls, keyStart, isEncrypted: false }];
      },
    },
  });
  await t.receiver.close();
  // Whoever stands between asks the receiver itself to prove its key, and hears the token.
  const between = await testReceiver(t.root);
  onTestFinished(between.close);
  urls = [between.address.url];
  await t.log('a');
  const status = await t.send();
  expect(status).toMatchObject({ waiting: 'offline' });
  expect(status.target?.label).toBe(new URL(t.receiver.address.url).host);
});

test('a cloned computer writes on beside its twin, and the manager reads both', async () => {
  const t = await endpointTeam();
  const { workspace, assistantId } = t;
  await t.log('shared');
  await t.send();
  await t.assistant.engine.close();
  cpSync(join(t.root, 'assistant'), join(t.root, 'twin'), { recursive: true });
  const ends = await Promise.all(
    ['assistant', 'twin'].map((name) => testEngine(join(t.root, name))),
  );
  for (const [i, { engine }] of ends.entries()) {
    const edits = [entryEdit(assistantId, `of-${i}`)];
    value(await engine.append({ workspace, memberId: assistantId, edits }));
    expect(value(await engine.sendNow(workspace))).toMatchObject({
      waiting: 'none',
      unsentCount: 0,
    });
  }
  value(await t.manager.engine.pull(workspace));
  const ids = await readAllIds(t.manager.engine, workspace);
  expect(ids).toEqual(expect.arrayContaining(['202611-shared', '202611-of-0', '202611-of-1']));
});

test('a founder’s app that lost its settings comes back by its own token', async () => {
  const t = await endpointTeam();
  const { workspace, receiver } = t;
  value(await t.manager.engine.clearTarget(workspace));
  const status = value(
    await t.manager.engine.setEndpoint({ workspace, endpoint: receiver.address, token: null }),
  );
  expect(status).toMatchObject({ target: { kind: 'endpoint' }, unsentCount: 0 });
  const link = setupLink({ address: receiver.address, secret: `${SETUP_SECRET}-wrong` });
  expect(codeOf(await t.manager.engine.claimReceiver({ workspace, link }))).toBe('setup-refused');
});
