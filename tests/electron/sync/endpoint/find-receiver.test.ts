import { expect, onTestFinished, test, vi } from 'vitest';
import { announce } from '../../../../electron/receiver/announce.ts';
import { findReceivers, receiverOf } from '../../../../electron/sync/endpoint/find-receiver.ts';
import { testKey } from '../parts/test-device.ts';

const { keyId } = testKey('a receiver on the network');
const keyStart = keyId.slice(0, 16);
const service = { port: 7443, host: 'outlog-x.local', addresses: ['192.168.1.20'] };

test('a receiver that announces itself is found by the beginning of its key', async () => {
  const end = announce({ port: 7443, receiverKey: keyId, isEncrypted: true });
  onTestFinished(end);
  const found = await findReceivers(AbortSignal.timeout(10_000));
  const ours = found.find((each) => each.keyStart === keyStart);
  expect(ours?.isEncrypted).toBe(true);
  expect(ours?.urls.some((url) => /^https:\/\/[^/]+:7443$/.test(url))).toBe(true);
});

test('whoever stops looking is answered at once', async () => {
  // While no time passes: whoever went on listening would never answer.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await findReceivers(AbortSignal.abort())).toEqual([]);
});

test('numbers come before names, and version 4 before 6', () => {
  const addresses = ['fe80::1', '2001:db8::7', '192.168.1.20'];
  expect(receiverOf({ ...service, addresses, txt: { v: '1', r: keyStart, t: '1' } })).toEqual({
    keyStart,
    isEncrypted: true,
    urls: [
      'https://192.168.1.20:7443',
      'https://[2001:db8::7]:7443',
      'https://outlog-x.local:7443',
    ],
  });
});

test.each([
  ['another version', { v: '2', r: keyStart, t: '1' }],
  ['no key', { v: '1', t: '1' }],
  ['a key that is none', { v: '1', r: '../../etc/passwd', t: '1' }],
  ['nothing', undefined],
  ['a place that is never spoken to without encryption', { v: '1', r: keyStart, t: '0' }],
])('what announces %s is passed over', (_what, txt) => {
  expect(receiverOf({ ...service, txt })).toBeNull();
});
