import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EndpointAddress } from '#shared/endpoint/address';
import { setupLink } from '#shared/endpoint/setup-link';
import { openReceiver } from '../../../electron/receiver/open-receiver.ts';
import { ownCertificate } from '../../../electron/receiver/own-certificate.ts';
import { openFolderStore } from '../../../electron/receiver/stores/folder/folder-store.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { codeOf, foundWorkspace, testEngine, value } from './parts/test-engine.ts';

const SECRET = 'a-setup-secret-of-this-receiver';

/** A receiver without a window, on a free port. */
async function receiverIn(root: string): Promise<EndpointAddress> {
  const folder = join(root, 'receiver');
  await mkdir(folder);
  const store = await openFolderStore({ folder });
  const tls = await ownCertificate(join(folder, 'receiver'));
  const receiver = await openReceiver({
    store,
    tls,
    host: '127.0.0.1',
    port: 0,
    setupSecret: SECRET,
    nowMs: Date.now,
    random: randomBytes,
    log: () => undefined,
  });
  onTestFinished(async () => {
    await receiver.close();
    await store.close();
  });
  const { port, receiverKey, certSha256 } = receiver;
  return { url: `https://127.0.0.1:${port}`, receiverKey, certSha256 };
}

const managerIn = async (root: string) => {
  const { engine } = await testEngine(root);
  const { id: workspace } = await foundWorkspace(engine);
  const claim = (link: string) => engine.claimReceiver({ workspace, link });
  return { engine, workspace, claim };
};

describe('a receiver that runs elsewhere', () => {
  it('serves the workspace of whoever brings its setup link, who sends there from then on', async () => {
    const root = temporaryFolder();
    const address = await receiverIn(root);
    const { engine, workspace, claim } = await managerIn(join(root, 'manager'));
    const status = value(await claim(setupLink({ address, secret: SECRET })));
    expect(status.target).toMatchObject({ kind: 'endpoint', isReachable: true });
    expect(value(await engine.sendNow(workspace))).toMatchObject({
      waiting: 'none',
      unsentCount: 0,
    });
    // The same link once more: it is this workspace's already.
    expect(codeOf(await claim(setupLink({ address, secret: SECRET })))).toBe('ok');
  });

  it('is not told the secret unless it is the one that the link names', async () => {
    const root = temporaryFolder();
    const address = await receiverIn(root);
    const { engine, workspace, claim } = await managerIn(join(root, 'manager'));
    const other = 'ab'.repeat(32);
    const wrongKey = setupLink({ address: { ...address, receiverKey: other }, secret: SECRET });
    expect(codeOf(await claim(wrongKey))).toBe('receiver-wrong');
    const wrongCertificate = setupLink({
      address: { ...address, certSha256: other },
      secret: SECRET,
    });
    expect(codeOf(await claim(wrongCertificate))).toBe('receiver-wrong');
    expect(value(await engine.syncStatus(workspace)).target).toBeNull();
  });

  it.each([
    ['no link at all', 'setup-link-wrong', () => 'https://receiver.example'],
    [
      'a link with another secret',
      'setup-refused',
      (address: EndpointAddress) => setupLink({ address, secret: 'some-other-setup-secret' }),
    ],
    [
      'a link to where nobody answers',
      'offline',
      (address: EndpointAddress) =>
        setupLink({ address: { ...address, url: 'https://127.0.0.1:9' }, secret: SECRET }),
    ],
  ])('is not taken by %s', async (_what, code, linkTo) => {
    const root = temporaryFolder();
    const address = await receiverIn(root);
    const { engine, workspace, claim } = await managerIn(join(root, 'manager'));
    expect(codeOf(await claim(linkTo(address)))).toBe(code);
    expect(value(await engine.syncStatus(workspace)).target).toBeNull();
  });
});
