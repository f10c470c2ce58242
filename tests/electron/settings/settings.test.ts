import fc from 'fast-check';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  openSettings,
  parseSettings,
} from '../../../electron/settings/settings.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'outlog-settings-'));
  file = path.join(folder, 'below', 'settings.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('settings', () => {
  it('are the defaults on a new device', () => {
    expect(openSettings(file).current()).toEqual(DEFAULT_SETTINGS);
  });

  it('outlive the app, each change keeping the rest', () => {
    const settings = openSettings(file);
    settings.change({ theme: 'dark', workspace: 'w1' });
    settings.change({ seat: 'ana' });
    const expected = { ...DEFAULT_SETTINGS, theme: 'dark', workspace: 'w1', seat: 'ana' };
    expect(settings.current()).toEqual(expected);
    expect(openSettings(file).current()).toEqual(expected);
  });

  it('can take a switch back', () => {
    const settings = openSettings(file);
    settings.change({ isNavCollapsed: true });
    expect(settings.change({ isNavCollapsed: false }).isNavCollapsed).toBe(false);
  });

  it('are readable by their owner alone', async () => {
    openSettings(file).change({ theme: 'light' });
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('begin anew when the file is damaged', async () => {
    const settings = openSettings(file);
    settings.change({ theme: 'dark' });
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 10));
    expect(openSettings(file).current()).toEqual(DEFAULT_SETTINGS);
  });

  it('lose one damaged field alone', () => {
    expect(parseSettings({ theme: 'pink', workspace: 'w1', seat: 7 })).toEqual({
      ...DEFAULT_SETTINGS,
      workspace: 'w1',
    });
  });

  it('are well formed whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(parseSettings(stored)).toSorted()).toEqual(
          Object.keys(DEFAULT_SETTINGS).toSorted(),
        );
      }),
    );
  });
});
