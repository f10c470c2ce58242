import { execFile } from 'node:child_process';

/** What answers for the trays of Linux desktops, by the StatusNotifierItem specification. */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const ANSWER_LIMIT_MS = 2_000;

/** The same question to the session's bus, by whichever of its tools is installed. */
const QUESTIONS: readonly (readonly [string, ...string[]])[] = [
  [
    'dbus-send',
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${WATCHER}`,
  ],
  [
    'gdbus',
    'call',
    '--session',
    '--dest=org.freedesktop.DBus',
    '--object-path=/org/freedesktop/DBus',
    '--method=org.freedesktop.DBus.NameHasOwner',
    WATCHER,
  ],
];

/**
 * Whether this desktop shows tray icons. Windows and macOS always do; on Linux an icon without a host would
 * be drawn nowhere, and a window that hides behind it would be lost.
 */
export async function hasDesktopTray(
  platform: NodeJS.Platform = process.platform,
  ask: (command: string, args: readonly string[]) => Promise<string> = askTool,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [command, ...args] of QUESTIONS) {
    try {
      return /\btrue\b/.test(await ask(command, args));
    } catch {
      // Not installed, or no session to ask: the next one may know.
    }
  }
  return false;
}

const askTool = async (command: string, args: readonly string[]): Promise<string> =>
  await new Promise((resolve, reject) => {
    execFile(command, [...args], { timeout: ANSWER_LIMIT_MS }, (error, answer) =>
      error ? reject(error) : resolve(answer),
    );
  });
