#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { debControl } from './deb-control.mjs';

/**
 * Makes a deb with Debian's own dpkg-deb, called as electron-builder calls fpm (CUSTOM_FPM_PATH): for
 * machines on which fpm, which lies at GitHub, cannot be had.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    s: { type: 'string', short: 's' },
    t: { type: 'string', short: 't' },
    d: { type: 'string', short: 'd', multiple: true },
    ...Object.fromEntries(
      [
        'architecture',
        'after-install',
        'after-remove',
        'description',
        'version',
        'package',
        'name',
        'maintainer',
        'vendor',
        'url',
        'license',
        'deb-priority',
        'deb-compression',
      ].map((name) => [name, { type: /** @type {const} */ ('string') }]),
    ),
    'deb-recommends': { type: 'string', multiple: true },
  },
});

/** @param {string} name */
const textOf = (name) => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
/** @param {string} name */
const listOf = (name) => {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** @param {string} root */
async function layOut(root) {
  for (const mapping of positionals) {
    const cut = mapping.lastIndexOf('=');
    const target = path.join(root, mapping.slice(cut + 1));
    await mkdir(path.dirname(target), { recursive: true });
    await cp(mapping.slice(0, cut), target, { recursive: true, verbatimSymlinks: true });
    if ((await stat(target)).isFile()) await chmod(target, 0o644);
  }
  const about = path.join(root, 'DEBIAN');
  await mkdir(about);
  const control = debControl({
    name: textOf('name'),
    version: textOf('version'),
    architecture: textOf('architecture'),
    maintainer: textOf('maintainer'),
    priority: textOf('deb-priority') || 'optional',
    homepage: textOf('url'),
    depends: listOf('d'),
    recommends: listOf('deb-recommends'),
    description: textOf('description'),
  });
  await writeFile(path.join(about, 'control'), control);
  for (const [name, file] of [
    ['postinst', textOf('after-install')],
    ['postrm', textOf('after-remove')],
  ]) {
    await writeFile(path.join(about, name ?? ''), await readFile(file ?? ''), { mode: 0o755 });
  }
}

const root = await mkdtemp(path.join(os.tmpdir(), 'outlog-deb-'));
try {
  await chmod(root, 0o755);
  await layOut(root);
  const { status } = spawnSync(
    'dpkg-deb',
    ['--build', '--root-owner-group', '-Zgzip', '-z4', root, textOf('package')],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  await rm(root, { recursive: true, force: true });
}
