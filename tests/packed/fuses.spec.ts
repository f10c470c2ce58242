import { expect, test } from '@playwright/test';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { program } from './program.ts';

const WANTED = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

/** A fuse is a digit in the executable (@electron/fuses, `FuseState`). */
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

test('every fuse of the packed program is as it should be', async () => {
  const wire = await getCurrentFuseWire(program.executable);
  for (const [fuse, isOn] of Object.entries(WANTED)) {
    const found = Reflect.get(wire, fuse);
    expect(found, `fuse ${fuse}`).toBe(isOn ? ON : OFF);
  }
});
