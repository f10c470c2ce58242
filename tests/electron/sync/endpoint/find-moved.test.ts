import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findMoved } from '../../../../electron/sync/endpoint/find-moved.ts';
import type { FindReceivers } from '../../../../electron/sync/endpoint/find-receiver.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { testReceiver } from '../parts/test-receiver.ts';

/** An address that takes connections and says nothing. */
async function mute(): Promise<string> {
  const server = createServer((socket) => void socket.on('error', () => undefined));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `https://127.0.0.1:${port}`;
}

test('others who call themselves the receiver, first and loudest, hide it from nobody', async () => {
  const receiver = await testReceiver(temporaryFolder(), { isEncrypted: true });
  onTestFinished(receiver.close);
  const { address } = receiver;
  const keyStart = address.receiverKey.slice(0, 16);
  const impostor = { urls: Array<string>(20).fill(await mute()), keyStart, isEncrypted: true };
  const real = { urls: [address.url], keyStart, isEncrypted: true };
  const find: FindReceivers = async () => [impostor, real];
  const before = { ...address, url: await mute() };
  const found = await findMoved(find, before, 'offline', new AbortController().signal);
  expect(found).toBe(address.url);
});

test('where only impostors answer, nobody is found', async () => {
  const receiver = await testReceiver(temporaryFolder(), { isEncrypted: true });
  const other = await testReceiver(temporaryFolder(), { isEncrypted: true });
  onTestFinished(other.close);
  await receiver.close();
  const { address } = receiver;
  const keyStart = address.receiverKey.slice(0, 16);
  const find: FindReceivers = async () => [
    { urls: [address.url, other.address.url], keyStart, isEncrypted: true },
  ];
  const found = await findMoved(find, address, 'offline', new AbortController().signal);
  expect(found).toBeNull();
});
