import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { GENESIS_HASH } from '#shared/stream/change';
import { openEngine } from '../../electron/sync/open-engine.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CHILD = 'tests/faults/upgrade-child.ts';

interface Left {
  readonly workspace: string;
  readonly heads: readonly {
    readonly stream: string;
    readonly epoch: string;
    readonly seq: number;
    readonly h: string;
  }[];
}

const git = (...args: string[]): string => {
  const { status, stdout } = spawnSync('git', args, { cwd: PROJECT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

/** Every release, and the newest commit so that the proof itself is proven before there is one. */
const versions = [...git('tag', '--list', 'v*').split('\n'), git('rev-parse', 'HEAD')].filter(
  Boolean,
);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const temporary = (name: string): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), `outlog-${name}-`));
  folders.push(folder);
  return folder;
};

/** Has an earlier version's own engine make a profile. */
function leaveProfile(version: string, profile: string): Left {
  const source = temporary('version');
  const archive = execFileSync('git', ['archive', version, 'electron', 'shared', 'package.json'], {
    cwd: PROJECT,
    maxBuffer: 256 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', source], { input: archive });
  cpSync(path.join(PROJECT, CHILD), path.join(source, CHILD), { recursive: true });
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(source, 'node_modules'), 'dir');
  const said = execFileSync(process.execPath, ['--import', 'tsx', CHILD, profile], {
    cwd: source,
    encoding: 'utf8',
  });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Left;
}

// An unpacked source without its history has no earlier versions to try.
test.skipIf(versions.length === 0).each(versions)(
  'a profile that %s left behind opens with nothing lost',
  async (version) => {
    const profile = temporary('profile');
    const left = leaveProfile(version, profile);
    expect(left.heads.length).toBeGreaterThan(0);
    const engine = await openEngine({
      dir: profile,
      protector: { kind: 'plain-file', seal: (secret) => secret, open: (sealed) => sealed },
      nowMs: Date.now,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    });
    try {
      const { workspace } = left;
      const heads = await engine.heads(workspace);
      expect(heads).toMatchObject({ ok: true, value: left.heads });
      for (const { stream, epoch, seq, h } of left.heads) {
        const start = { afterSeq: 0, afterH: GENESIS_HASH };
        const read = await engine.readChanges({ workspace, stream, epoch, ...start });
        expect(read).toMatchObject({ ok: true, value: { count: seq, lastSeq: seq, lastH: h } });
      }
    } finally {
      await engine.close();
    }
  },
);
