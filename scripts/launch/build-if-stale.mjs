import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { runTool } from '../setup/run.mjs';
import { SetupError, say } from '../setup/say.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'assets', 'vite.config.ts', 'package-lock.json'];
const OUTPUTS = [
  'dist/main/main.cjs',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'dist/receiver/receiver.cjs',
  'dist/receiver-worker/receiver-worker.cjs',
];

/**
 * The newest change in a file or below a folder; a removed file changes its folder's own time.
 * @param {string} file
 * @returns {number}
 */
function changedAtMs(file) {
  if (!existsSync(file)) return 0;
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(file).map((name) => changedAtMs(path.join(file, name)));
  return Math.max(stats.mtimeMs, ...below);
}

function isStale() {
  const outputs = OUTPUTS.map((file) => path.join(PROJECT, file));
  if (!outputs.every((file) => existsSync(file))) return true;
  const builtAtMs = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return SOURCES.some((name) => changedAtMs(path.join(PROJECT, name)) > builtAtMs);
}

export async function build() {
  say('building…');
  const result = await runTool('vite/bin/vite.js', ['build', '--app', '--logLevel', 'warn'], {
    show: 'stderr',
  });
  if (result.status !== 0) throw new SetupError('The build failed; its own words are above.');
}

/** Builds where a source is newer than what was built last. */
export async function buildIfStale() {
  if (isStale()) await build();
}
