import { describe, expect, it } from 'vitest';
import { hasDesktopTray } from '../../../electron/tray/desktop-tray.ts';
import { trayTemplate } from '../../../electron/tray/tray-template.ts';

const nothing = { open: () => {}, log: () => {}, send: () => {}, quit: () => {} };

describe('the menu of the tray', () => {
  it('says how today stands and then what can be done', () => {
    const state = { lines: ['Product uploads: 14 of 40 listings', 'R&D: 1 blocked'], tooltip: '' };
    const items = trayTemplate(state, nothing);
    expect(items.map(({ label, type }) => label ?? type)).toEqual([
      'Product uploads: 14 of 40 listings',
      'R&&D: 1 blocked',
      'separator',
      'Open Outlog',
      'Quick Log…',
      'Send Now',
      'separator',
      'Quit',
    ]);
    expect(items.slice(0, 2).every(({ enabled }) => enabled === false)).toBe(true);
  });

  it('does each thing that it offers', () => {
    const done: string[] = [];
    const acts = {
      open: () => done.push('open'),
      log: () => done.push('log'),
      send: () => done.push('send'),
      quit: () => done.push('quit'),
    };
    for (const { click } of trayTemplate({ lines: [], tooltip: '' }, acts)) {
      Reflect.apply(click ?? (() => {}), undefined, []);
    }
    expect(done).toEqual(['open', 'log', 'send', 'quit']);
  });
});

describe('the tray of a desktop', () => {
  it('is always there on Windows and macOS', async () => {
    const ask = async () => await Promise.reject(new Error('nobody is asked'));
    expect(await hasDesktopTray('win32', ask)).toBe(true);
    expect(await hasDesktopTray('darwin', ask)).toBe(true);
  });

  it('is there on Linux where something answers for trays', async () => {
    expect(await hasDesktopTray('linux', async () => '   boolean true')).toBe(true);
    expect(await hasDesktopTray('linux', async () => '(false,)\n')).toBe(false);
  });

  it('is asked for with another tool where one is missing, and absent without a session', async () => {
    const asked: string[] = [];
    const ask = async (command: string) => {
      asked.push(command);
      if (command === 'dbus-send') throw new Error('ENOENT');
      return '(true,)';
    };
    expect(await hasDesktopTray('linux', ask)).toBe(true);
    expect(asked).toEqual(['dbus-send', 'gdbus']);
    const nobody = async () => await Promise.reject(new Error('no session'));
    expect(await hasDesktopTray('linux', nobody)).toBe(false);
  });
});
