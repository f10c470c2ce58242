import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..');
const ROOMS = ['electron', 'renderer', 'shared'];

/** What software that watches people is built from. */
const WATCHING: Readonly<Record<string, RegExp>> = {
  'the screen or other windows':
    /desktopCapturer|getDisplayMedia|DisplayMediaRequest|capturePage|beginFrameSubscription/,
  'the camera or the microphone': /getUserMedia|enumerateDevices|MediaRecorder|ImageCapture\b/,
  'the keyboard outside its own fields': /globalShortcut|before-input-event|iohook|uiohook|XRecord/,
  'the pointer outside its own window': /getCursorScreenPoint|robotjs|nut-js/,
  'idleness or presence': /powerMonitor|getSystemIdle|IdleDetector|idle-time/,
  'where somebody is': /geolocation|getCurrentPosition|watchPosition/,
  'which other programs run': /active-win|get-windows|ps-list|node-window-manager/,
  'what is copied elsewhere': /clipboard\.read/,
  'what device somebody has': /fingerprintjs|getHighEntropyValues/,
  'and sends none of it home':
    /sendBeacon|google-analytics|@sentry|posthog|mixpanel|crashReporter|bugsnag|datadog|amplitude/,
};

/** The one key of the quick-log window: the system says that it was pressed, and nothing of any other. */
const QUICK_LOG_KEY = path.join('electron', 'windows', 'quick-log-key.ts');

async function sources(): Promise<readonly { file: string; code: string }[]> {
  const found: { file: string; code: string }[] = [];
  for (const room of ROOMS) {
    const entries = await readdir(path.join(PROJECT, room), {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      found.push({ file: path.relative(PROJECT, file), code: await readFile(file, 'utf8') });
    }
  }
  return found;
}

describe('the program measures results, and never watches', async () => {
  const product = await sources();

  it.each(Object.entries(WATCHING))('%s', (_what, pattern) => {
    expect(product.length).toBeGreaterThan(100);
    const places = product.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
    expect(places.filter((file) => file !== QUICK_LOG_KEY)).toEqual([]);
  });

  it('and the quick-log key is registered as one key, and watched by nothing', () => {
    const key = product.find(({ file }) => file === QUICK_LOG_KEY);
    const found = Object.entries(WATCHING).filter(([, pattern]) => pattern.test(key?.code ?? ''));
    expect(found.map(([what]) => what)).toEqual(['the keyboard outside its own fields']);
    expect(key?.code).not.toMatch(/registerAll|before-input-event/);
  });

  it('and depends on nothing that is made for it', async () => {
    const manifest = await readFile(path.join(PROJECT, 'package.json'), 'utf8');
    for (const pattern of Object.values(WATCHING)) expect(manifest).not.toMatch(pattern);
  });

  it('would notice', () => {
    const pattern = WATCHING['idleness or presence'] ?? /never/;
    expect('const idle = powerMonitor.getSystemIdleTime();').toMatch(pattern);
  });
});
