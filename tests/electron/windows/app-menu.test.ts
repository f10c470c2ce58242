import { describe, expect, it } from 'vitest';
import { MENU_COMMANDS, type MenuCommand } from '#shared/ipc-events';
import { type Seat, appMenuTemplate } from '../../../electron/windows/app-menu-template.ts';

type Item = Electron.MenuItemConstructorOptions;

const SEATS: readonly Seat[] = ['none', 'manager', 'assistant'];

function itemsOf(seat: Seat, isMac = false, isPackaged = true): readonly Item[] {
  const flatten = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  return flatten(appMenuTemplate(seat, { isMac, isPackaged, send: () => {} }));
}

const commandsOf = (seat: Seat): ReadonlySet<string> =>
  new Set(itemsOf(seat).flatMap(({ id }) => id ?? []));

describe('the menu', () => {
  it('reaches every command from one seat or the other', () => {
    const reachable = new Set(SEATS.flatMap((seat) => [...commandsOf(seat)]));
    expect([...reachable].toSorted()).toEqual([...MENU_COMMANDS].toSorted());
  });

  it.each(SEATS)('gives no shortcut twice (%s)', (seat) => {
    const shortcuts = itemsOf(seat).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('shows each seat its own views', () => {
    expect(commandsOf('assistant')).toContain('go-wrap-up');
    expect(commandsOf('assistant')).not.toContain('go-overview');
    expect(commandsOf('manager')).toContain('go-overview');
    expect(commandsOf('manager')).not.toContain('go-wrap-up');
  });

  it('leaves nothing to do but settings and help before there is a workspace', () => {
    const enabled = itemsOf('none').filter((item) => item.id !== undefined && item.enabled);
    expect(enabled.map(({ id }) => id).toSorted()).toEqual(['go-settings', 'shortcuts']);
  });

  it('hands the command of the chosen item on', () => {
    const sent: MenuCommand[] = [];
    const template = appMenuTemplate('assistant', {
      isMac: false,
      isPackaged: true,
      send: (command) => sent.push(command),
    });
    const file = template.find(({ label }) => label === '&File');
    const log = Array.isArray(file?.submenu)
      ? file.submenu.find(({ id }) => id === 'log')
      : undefined;
    Reflect.apply(log?.click ?? (() => {}), undefined, []);
    expect(sent).toEqual(['log']);
  });

  it('has no developer tools in a packaged app', () => {
    const roles = (isPackaged: boolean) =>
      itemsOf('manager', false, isPackaged).map(({ role }) => role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
  });

  it('keeps quit and settings in the app’s own menu on macOS', () => {
    const [first] = appMenuTemplate('manager', { isMac: true, isPackaged: true, send: () => {} });
    expect(first?.role).toBe('appMenu');
    expect(JSON.stringify(first)).toContain('go-settings');
  });
});
