import type { BrowserWindow } from 'electron';
import type { Settings } from '#shared/ipc';
import { pageAddress, spokenLanguage } from '../settings/spoken-language.ts';
import { speakNatively } from '../words/words.ts';
import { showAppMenu } from './app-menu.ts';

/** Loads the page in the language that was chosen, and says everything else in it too. */
export async function speakAnew(window: BrowserWindow, settings: Settings): Promise<void> {
  await speakNatively(spokenLanguage(settings));
  if (window.isDestroyed()) return;
  // The page says whose seat it shows as soon as it is there.
  showAppMenu('none', window);
  await window.loadURL(pageAddress(settings));
}
