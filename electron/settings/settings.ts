import { DEFAULT_QUICK_LOG_KEY, isAccelerator } from '#shared/accelerator';
import type { Settings } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { LANGUAGE_CHOICES, type LanguageChoice } from '#shared/language';
import { NOTICE_KINDS, type NoticeKind } from '#shared/outside';
import { isRecord, readJsonFile, writeJsonFile } from './json-file.ts';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  workspace: null,
  seat: null,
  route: null,
  isNavCollapsed: false,
  language: 'system',
  isInTray: false,
  hasNotices: true,
  hasQuickLog: false,
  quickLogKey: DEFAULT_QUICK_LOG_KEY,
  mutedNotices: [],
  hasNoticeTitles: false,
  seenHints: [],
  updateUrl: null,
};

const THEMES: ReadonlySet<unknown> = new Set<Settings['theme']>(['system', 'light', 'dark']);
const isTheme = (value: unknown): value is Settings['theme'] => THEMES.has(value);
const CHOICES: ReadonlySet<unknown> = new Set<LanguageChoice>(LANGUAGE_CHOICES);
const isChoice = (value: unknown): value is LanguageChoice => CHOICES.has(value);
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, 200) : [];
const kindsIn = (value: unknown): readonly NoticeKind[] => {
  const texts = textsIn(value);
  return NOTICE_KINDS.filter((kind) => texts.includes(kind));
};
const keyIn = (value: unknown): string =>
  typeof value === 'string' && isAccelerator(value) ? value : DEFAULT_QUICK_LOG_KEY;
const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 200 ? value : null;

/**
 * Reads stored settings field by field: one damaged field costs that field alone. By hand and not by a
 * schema, because this runs before the window exists.
 */
export function parseSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const { theme, language, updateUrl, seenHints } = stored;
  return {
    theme: isTheme(theme) ? theme : DEFAULT_SETTINGS.theme,
    workspace: textOrNull(stored['workspace']),
    seat: textOrNull(stored['seat']),
    route: textOrNull(stored['route']),
    isNavCollapsed: stored['isNavCollapsed'] === true,
    language: isChoice(language) ? language : DEFAULT_SETTINGS.language,
    isInTray: stored['isInTray'] === true,
    hasNotices: stored['hasNotices'] !== false,
    hasQuickLog: stored['hasQuickLog'] === true,
    quickLogKey: keyIn(stored['quickLogKey']),
    mutedNotices: kindsIn(stored['mutedNotices']),
    hasNoticeTitles: stored['hasNoticeTitles'] === true,
    seenHints: textsIn(seenHints),
    updateUrl: typeof updateUrl === 'string' && updateUrl.length <= 500 ? updateUrl : null,
  };
}

/** What this device remembers of how it is used. Losing it costs comfort, never data. */
export interface SettingsStore {
  current(): Settings;
  /** Throws the file system's own error where the change cannot be kept. */
  change(changes: CallInput<'saveSettings'>): Settings;
  /** After it left this computer: nothing remembers it, nor where in it somebody was. */
  forgetWorkspace(id: string): void;
}

export function openSettings(file: string): SettingsStore {
  let settings = parseSettings(readJsonFile(file));
  return {
    current: () => settings,
    change(changes) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      settings = { ...settings, ...Object.fromEntries(given) };
      writeJsonFile(file, settings);
      return settings;
    },
    forgetWorkspace(id) {
      if (settings.workspace !== id) return;
      settings = { ...settings, workspace: null, seat: null, route: null };
      writeJsonFile(file, settings);
    },
  };
}
