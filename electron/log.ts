import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 1024 * 1024;
const SHOWN_LINES = 500;

/** Ids, counts and codes; never what a person typed, and no error's message, which may quote it. */
export type LogDetail = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  warn(event: string, detail?: LogDetail): void;
  bug(event: string, error: unknown, detail?: LogDetail): void;
  /** The last lines, oldest first. */
  read(): string;
}

/** An error's kind, code and places in the code, without its message. */
function describeError(error: unknown): LogDetail {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const stack = error.stack ?? '';
  // A message of several lines could pass for places in the code.
  const places = stack
    .slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join(' | ');
  return { error: error.name, code, places };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** One JSON object a line; the file is turned over once at 1 MiB. Written at once: the next step may be the end. */
export function openLog(file: string): Log {
  const write = (level: string, event: string, detail: LogDetail): void => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) {
        renameSync(file, `${file}.old`);
      }
      const line = { at: new Date().toISOString(), level, event, ...detail };
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn a logged problem into a crash.
    }
  };
  return {
    warn: (event, detail = {}) => write('warn', event, detail),
    bug: (event, error, detail = {}) => write('bug', event, { ...detail, ...describeError(error) }),
    read: () =>
      [`${file}.old`, file]
        .map(textOf)
        .join('')
        .split('\n')
        .slice(-SHOWN_LINES - 1)
        .join('\n'),
  };
}
