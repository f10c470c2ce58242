import { EventEmitter } from 'node:events';
import { networkInterfaces } from 'node:os';
import type { Service } from 'bonjour-service';
import { expect, onTestFinished, test } from 'vitest';
import { announce, SERVICE_TYPE } from '../../../electron/receiver/announce.ts';
import { openBonjour } from '../../../electron/receiver/open-bonjour.ts';

const hasNetwork = Object.values(networkInterfaces()).some((each) =>
  each?.some(({ internal, family }) => !internal && family === 'IPv4'),
);

test.skipIf(!hasNetwork)(
  'a receiver is found on the network, and nothing else is told',
  async () => {
    const receiverKey = '5a'.repeat(32);
    const browser = openBonjour();
    onTestFinished(() => browser.destroy());
    const found = new Promise<Service>((resolve) => {
      browser.find({ type: SERVICE_TYPE }, (service) => {
        if (service.name === `outlog-${receiverKey.slice(0, 16)}`) resolve(service);
      });
    });
    const hush = announce({ port: 4_321, receiverKey, isEncrypted: true });
    const { port, txt, host, name } = await found;
    expect({ port, txt, host, name }).toEqual({
      port: 4_321,
      txt: { v: '1', r: receiverKey.slice(0, 16), t: '1' },
      host: 'outlog-5a5a5a5a5a5a5a5a.local',
      name: 'outlog-5a5a5a5a5a5a5a5a',
    });
    await hush();
  },
);

test('a port that another program keeps to itself ends nothing', () => {
  const bonjour = openBonjour();
  onTestFinished(() => bonjour.destroy());
  const socket: unknown = Reflect.get(Object(Reflect.get(bonjour, 'server')), 'mdns');
  if (!(socket instanceof EventEmitter)) expect.fail('The library keeps its socket elsewhere now.');
  // An error that nobody listens for is thrown.
  expect(socket.emit('error', new Error('EADDRINUSE'))).toBe(true);
});
