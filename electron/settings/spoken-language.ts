import { app } from 'electron';
import type { Settings } from '#shared/ipc';
import { addressOf, type AnyLanguage, languageOf } from '#shared/language';
import { PAGE_URL } from '../app-identity.ts';

/** What the program speaks: what was chosen, or what the computer does. After 'ready'. */
export const spokenLanguage = ({ language }: Settings): AnyLanguage =>
  languageOf(language, app.getPreferredSystemLanguages());

/** The window's page, in the language that is spoken. */
export const pageAddress = (settings: Settings): string =>
  addressOf(PAGE_URL, spokenLanguage(settings));
