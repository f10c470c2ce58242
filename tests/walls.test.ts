import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..');

/** Code that breaks a wall, and the words that the linter answers it with. */
const FORBIDDEN: readonly (readonly [file: string, code: string, words: string])[] = [
  ['renderer/features/today/a.ts', "import { b } from '../log/b.ts';", 'never import each other'],
  ['renderer/features/today/parts/b.ts', "import { b } from '../../log/b.ts';", 'never import'],
  ['renderer/features/today/c.ts', "import { b } from '../../features/log/b.ts';", 'never import'],
  ['renderer/features/today/e.ts', "import { b } from '../../app/nav.tsx';", 'app/parts alone'],
  [
    'renderer/features/today/parts/f.ts',
    "import { b } from '../../../app/nav.tsx';",
    'app/parts alone',
  ],
  ['renderer/features/today/d.ts', "import b from 'dexie';", 'Only renderer/data knows'],
  ['renderer/services/a.ts', "import b from 'dexie';", 'Only renderer/data knows'],
  ['renderer/app/a.ts', "import { useLiveQuery } from 'dexie-react-hooks';", 'Only renderer/data'],
  ['renderer/services/b.ts', "import { b } from '../features/log/b.ts';", 'below the screen'],
  ['renderer/state/a.ts', "import { b } from '../app/b.ts';", 'below the screen'],
  ['renderer/data/a.ts', "import { b } from '../ui/b.ts';", 'below the screen'],
  ['renderer/data/b.ts', "import { b } from '../services/b.ts';", 'not the other way round'],
  ['renderer/ui/a.ts', "import { b } from '#shared/day';", 'ui knows no domain'],
  ['renderer/ui/b.ts', "import { b } from '../services/save.ts';", 'ui knows no domain'],
  ['renderer/ui/c.ts', "import { b } from '../bridge.ts';", 'ui knows no domain'],
  ['renderer/app/b.ts', 'export const b = window.outlog;', 'Only renderer/bridge.ts reads'],
  ['renderer/app/c.ts', 'export const b = globalThis.outlog;', 'Only renderer/bridge.ts reads'],
  ['renderer/app/d.ts', 'export const b = outlog;', 'Only renderer/bridge.ts reads'],
  ['renderer/app/e.ts', "export const b = fetch('https://a.example');", 'HTTP runs in the main'],
  ['renderer/app/h.ts', 'export const b = process.cwd();', 'The window has no Node'],
  ['renderer/app/f.ts', "import { b } from 'node:fs';", 'through bridge.ts alone'],
  ['renderer/data/c.ts', "import { b } from 'electron';", 'through bridge.ts alone'],
  ['renderer/app/g.ts', "import { b } from '../../electron/log.ts';", 'through bridge.ts alone'],
  ['electron/windows/a.ts', "import { b } from '../../renderer/bridge.ts';", 'never sees'],
  ['electron/sync/a.ts', "import { app } from 'electron';", 'engine is plain Node'],
  ['electron/identity/a.ts', "import { safeStorage } from 'electron';", 'engine is plain Node'],
  ['electron/receiver/a.ts', "import { app } from 'electron';", 'engine is plain Node'],
  ['electron/receiver-host/a.ts', "import { app } from 'electron';", 'engine is plain Node'],
  ['shared/plan/a.ts', "import { b } from 'node:fs';", 'shared is pure'],
  ['shared/plan/b.ts', 'export const b = () => Date.now();', 'shared is pure'],
  ['shared/plan/c.ts', 'export const b = () => Math.random();', 'shared is pure'],
  ['shared/plan/d.ts', "export const b = () => fetch('/');", "use of 'fetch'"],
  ['shared/plan/g.ts', 'export const b = () => Temporal.Now.instant();', 'shared is pure'],
];

/** The same doors used by those they are for. */
const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['renderer/features/today/x.ts', "import { y } from './y.ts';\nexport const x = y + 1;"],
  [
    'renderer/features/today/y.ts',
    "import { b } from '../../services/save.ts';\nexport const y = b + 1;",
  ],
  [
    'renderer/features/today/z.ts',
    "import { b } from '../../app/parts/zones.ts';\nexport const z = b + 1;",
  ],
  ['renderer/data/x.ts', "import { liveQuery } from 'dexie';\nexport const b = liveQuery;"],
  ['renderer/bridge.ts', 'export const bridge = globalThis.outlog;'],
  ['electron/windows/x.ts', "import { app } from 'electron';\nexport const b = app;"],
];

/** Code that the compiler refuses because the room's `lib` and `types` do not have it. */
const UNKNOWN: readonly (readonly [file: string, code: string])[] = [
  ['shared/e.ts', 'export const title = document.title;'],
  ['shared/f.ts', 'export const home = process.cwd();'],
  ['shared/g.ts', "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;"],
  ['electron/b.ts', 'export const title = document.title;'],
];

let copy = '';
async function write(file: string, code: string): Promise<void> {
  await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
  await writeFile(path.join(copy, file), `${code}\n`);
}

/** Runs a tool in the copy; a tool that finds something ends with a failure, which is not one here. */
async function output(script: string, args: readonly string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [path.join(PROJECT, script), ...args], {
    cwd: copy,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout;
}

beforeAll(async () => {
  copy = await mkdtemp(path.join(os.tmpdir(), 'outlog-walls-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) {
    await cp(path.join(PROJECT, name), path.join(copy, name));
  }
  for (const room of ['shared', 'electron']) {
    await mkdir(path.join(copy, room), { recursive: true });
    await cp(path.join(PROJECT, room, 'tsconfig.json'), path.join(copy, room, 'tsconfig.json'));
  }
  await symlink(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('the walls between the rooms', () => {
  it('are held by the linter', async () => {
    for (const [file, code] of [...FORBIDDEN, ...ALLOWED]) await write(file, code);
    const report: { diagnostics: { filename: string; message: string; help?: string }[] } =
      JSON.parse(
        await output('node_modules/oxlint/bin/oxlint', [
          '--format=json',
          'shared',
          'electron',
          'renderer',
        ]),
      );
    const told = (file: string): string =>
      report.diagnostics
        .filter(({ filename }) => filename === file)
        .map(({ message, help }) => `${message} ${help ?? ''}`)
        .join('\n');
    for (const [file, code, words] of FORBIDDEN) expect(told(file), code).toContain(words);
    for (const [file, code] of ALLOWED) expect(told(file), code).toBe('');
  });

  it.each(['shared', 'electron'])('are held by the compiler in %s', async (room) => {
    const mine = UNKNOWN.filter(([file]) => file.startsWith(`${room}/`));
    for (const [file, code] of mine) await write(file, code);
    await write(`${room}/fine.ts`, 'export const b = [1, 2].at(-1);');
    const told = await output('node_modules/typescript/bin/tsc', ['-p', room]);
    for (const [file, code] of mine) expect(told, code).toContain(file);
    expect(told).not.toContain('fine.ts');
  });
});

describe('the time of day', () => {
  // The linter has no word for these two: both read the clock only where they are given nothing.
  const READS_CLOCK = /\bDate\(\s*\)/;

  it('is never asked for in shared', async () => {
    const shared = path.join(PROJECT, 'shared');
    const names = await readdir(shared, { recursive: true });
    const sources = names.filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    for (const name of sources) {
      expect(await readFile(path.join(shared, name), 'utf8'), name).not.toMatch(READS_CLOCK);
    }
  });

  it.each(['const day = new Date();', 'const said = Date();', 'new Date(\n)'])(
    'would be seen in `%s`',
    (code) => {
      expect(code).toMatch(READS_CLOCK);
    },
  );
});
