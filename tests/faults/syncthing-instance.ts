import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAM = 'syncthing';
const API_KEY = 'outlog-loopback';
const FOLDER_ID = 'team';
const CALL_MS = 5_000;
/** Where the packages cannot be reached, nobody waits for them. */
const INSTALL_MS = 60_000;

export interface SyncthingPorts {
  readonly api: number;
  readonly peer: number;
}

interface Peer {
  readonly deviceId: string;
  readonly ports: SyncthingPorts;
}

/** Whether Syncthing can be had: it is there, or this is root on a Debian that may install it. */
export function ensureSyncthing(): boolean {
  if (runs(PROGRAM, ['--version'])) return true;
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return false;
  const install = ['-qq', '-y', '--no-install-recommends', 'install', PROGRAM];
  return runs('apt-get', ['-qq', 'update']) && runs('apt-get', install);
}

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: INSTALL_MS });
    return true;
  } catch {
    return false;
  }
}

/** One Syncthing on loopback that knows nobody but its one peer, and nothing of the world. */
export class SyncthingInstance {
  readonly deviceId: string;
  readonly folder: string;
  readonly ports: SyncthingPorts;
  #home: string;
  #process: ChildProcess | null = null;

  constructor(directory: string, ports: SyncthingPorts) {
    this.#home = path.join(directory, 'home');
    this.folder = path.join(directory, 'folder');
    this.ports = ports;
    mkdirSync(path.join(this.folder, '.stfolder'), { recursive: true });
    const home = `--home=${this.#home}`;
    execFileSync(PROGRAM, ['generate', home, '--no-default-folder', '--skip-port-probing'], {
      stdio: 'ignore',
    });
    this.deviceId = execFileSync(PROGRAM, [home, '--device-id'], { encoding: 'utf8' }).trim();
  }

  configure(peer: Peer): void {
    writeFileSync(path.join(this.#home, 'config.xml'), configOf(this, peer));
  }

  async start(): Promise<void> {
    this.#process = spawn(PROGRAM, ['serve', `--home=${this.#home}`, '--no-browser'], {
      stdio: 'ignore',
      // One process, without the one that would begin it again.
      env: { ...process.env, STMONITORED: 'yes', STNOUPGRADE: '1' },
    });
    await this.#callPatiently('GET', 'system/ping');
  }

  /** In the middle of whatever it was doing: half-written files stay behind. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('close', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  pause(): Promise<void> {
    return this.#callPatiently('POST', 'system/pause');
  }

  resume(): Promise<void> {
    return this.#callPatiently('POST', 'system/resume');
  }

  /** Looks for what changed now instead of when its watcher says so. */
  async scan(): Promise<void> {
    await this.#call('POST', `db/scan?folder=${FOLDER_ID}`).catch(() => false);
  }

  /** A connection that the instance's last life left behind fails once. */
  async #callPatiently(method: string, call: string): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (await this.#call(method, call).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Syncthing does not answer ${call}.`);
  }

  async #call(method: string, call: string): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.ports.api}/rest/${call}`, {
      method,
      headers: { 'X-API-Key': API_KEY },
      // A scan that is asked for while another runs is answered when it likes.
      signal: AbortSignal.timeout(CALL_MS),
    });
    await answer.arrayBuffer();
    return answer.ok;
  }
}

function configOf(own: SyncthingInstance, peer: Peer): string {
  const device = (id: string, address: string): string =>
    `<device id="${id}" compression="metadata"><address>${address}</address></device>`;
  return `<configuration version="36">
  <folder id="${FOLDER_ID}" path="${own.folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${own.deviceId}"/><device id="${peer.deviceId}"/>
    <maxConflicts>-1</maxConflicts>
  </folder>
  ${device(own.deviceId, 'dynamic')}
  ${device(peer.deviceId, `tcp://127.0.0.1:${peer.ports.peer}`)}
  <gui enabled="true" tls="false"><address>127.0.0.1:${own.ports.api}</address><apikey>${API_KEY}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.ports.peer}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
  </options>
</configuration>
`;
}
