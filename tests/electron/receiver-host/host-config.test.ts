import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHostConfig, writeHostConfig } from '../../../electron/receiver-host/host-config.ts';
import { portsToTry } from '../../../electron/receiver-host/ports.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';

const OFF = { isOn: false, port: null, certificate: null };

describe('what is remembered of a receiver', () => {
  it('is as it was written', () => {
    const directory = temporaryFolder();
    const certificate = { certificateFile: '/etc/ssl/a.pem', keyFile: '/etc/ssl/a.key' };
    const config = { isOn: true, port: 47_823, certificate };
    writeHostConfig(directory, config);
    expect(readHostConfig(directory)).toEqual(config);
  });

  it('is off where nothing is remembered', () => {
    expect(readHostConfig(temporaryFolder())).toEqual(OFF);
  });

  it('costs a damaged field that field alone', () => {
    const directory = temporaryFolder();
    const stored = { isOn: true, port: 70_000, certificate: { certificateFile: 7 } };
    writeFileSync(join(directory, 'receiver.json'), JSON.stringify(stored));
    expect(readHostConfig(directory)).toEqual({ ...OFF, isOn: true });
  });

  it('is read whatever lies in its file', () => {
    const directory = temporaryFolder();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(join(directory, 'receiver.json'), text);
        const { port } = readHostConfig(directory);
        expect(port === null || (Number.isInteger(port) && port > 0 && port < 65_536)).toBe(true);
      }),
    );
  });
});

describe('the ports that are tried', () => {
  it('begin with the one it had, and end with any that is free', () => {
    const ports = portsToTry(50_000);
    expect(ports[0]).toBe(50_000);
    expect(ports.at(-1)).toBe(0);
  });

  it('are each tried once', () => {
    const usual = portsToTry(null);
    expect(portsToTry(usual[2] ?? null).toSorted()).toEqual(usual.toSorted());
  });
});
