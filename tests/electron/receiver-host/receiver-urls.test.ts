import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { receiverUrls } from '../../../electron/receiver-host/receiver-urls.ts';

const ANYWHERE = '0.0.0.0';
const listening = { port: 47_822, hosts: [] };

const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4'): NetworkInterfaceInfo[] => [
  {
    address,
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    internal: address === '127.0.0.1',
    cidr: null,
    ...(family === 'IPv4' ? { family } : { family, scopeid: 0 }),
  },
];

const hostsOf = (interfaces: Parameters<typeof receiverUrls>[2]): readonly string[] =>
  receiverUrls(listening, ANYWHERE, interfaces).urls.map((url) => new URL(url).hostname);

describe('the addresses of a receiver', () => {
  it('begin with what an office’s router gives out, and end with what hardly anybody reaches', () => {
    expect(
      hostsOf({
        lo: at('127.0.0.1'),
        docker0: at('172.17.0.1'),
        awdl0: at('169.254.3.4'),
        tun0: at('10.8.0.5'),
        eth0: at('192.168.1.20'),
        wan0: at('203.0.113.9'),
        eth1: at('fd00::2', 'IPv6'),
      }),
    ).toEqual(['192.168.1.20', '10.8.0.5', '203.0.113.9', '172.17.0.1', '169.254.3.4']);
  });

  it('are this computer’s own where there is no network, which is said', () => {
    expect(receiverUrls(listening, ANYWHERE, { lo: at('127.0.0.1') })).toEqual({
      urls: ['https://127.0.0.1:47822'],
      isOffline: true,
    });
  });

  it('are this computer’s own where it listens nowhere else', () => {
    const { urls } = receiverUrls(listening, '127.0.0.1', { eth0: at('192.168.1.20') });
    expect(urls).toEqual(['https://127.0.0.1:47822']);
  });

  it('are the names of its certificate where it has any: by an address it would not be believed', () => {
    const named = { port: 443, hosts: ['Outlog.example.com'] };
    expect(receiverUrls(named, ANYWHERE, { eth0: at('192.168.1.20') })).toEqual({
      urls: ['https://outlog.example.com:443'],
      isOffline: false,
    });
  });

  it('are none while it is not on', () => {
    expect(receiverUrls(null, ANYWHERE, { eth0: at('192.168.1.20') }).urls).toEqual([]);
  });
});
