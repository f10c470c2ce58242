import type { Settings } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { isRecord, readJsonFile, writeJsonFile } from './json-file.ts';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  workspace: null,
  seat: null,
  route: null,
  isNavCollapsed: false,
};

const THEMES: ReadonlySet<unknown> = new Set<Settings['theme']>(['system', 'light', 'dark']);
const isTheme = (value: unknown): value is Settings['theme'] => THEMES.has(value);
const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 200 ? value : null;

/**
 * Reads stored settings field by field: one damaged field costs that field alone. By hand and not by a
 * schema, because this runs before the window exists.
 */
export function parseSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const { theme, workspace, seat, route, isNavCollapsed } = stored;
  return {
    theme: isTheme(theme) ? theme : DEFAULT_SETTINGS.theme,
    workspace: textOrNull(workspace),
    seat: textOrNull(seat),
    route: textOrNull(route),
    isNavCollapsed: isNavCollapsed === true,
  };
}

/** What this device remembers of how it is used. Losing it costs comfort, never data. */
export interface SettingsStore {
  current(): Settings;
  /** Throws the file system's own error where the change cannot be kept. */
  change(changes: CallInput<'saveSettings'>): Settings;
}

export function openSettings(file: string): SettingsStore {
  let settings = parseSettings(readJsonFile(file));
  return {
    current: () => settings,
    change({ theme, workspace, seat, route, isNavCollapsed }) {
      settings = {
        theme: theme ?? settings.theme,
        workspace: workspace ?? settings.workspace,
        seat: seat ?? settings.seat,
        route: route ?? settings.route,
        isNavCollapsed: isNavCollapsed ?? settings.isNavCollapsed,
      };
      writeJsonFile(file, settings);
      return settings;
    },
  };
}
