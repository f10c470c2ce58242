import { type Random, seededRandom } from '../../../shared/random.ts';
import type { Edit } from '../../../shared/stream/change.ts';
import { SimulatedDevice } from './device.ts';
import { Losses } from './losses.ts';
import { copyOf, type DirectoryNode } from './memory-disk.ts';
import { unsentClaims } from './sent-claims.ts';
import { SyncTool } from './sync-tool.ts';
import { isSharedWith, type Team } from './team.ts';
import type { VirtualTime } from './virtual-time.ts';

const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;
const LONGEST_PAUSE_MS = 20_000;
/** A start makes about a hundred file calls, a cycle of sending and reading some more. */
const CALLS_TO_DIE_AFTER = 90;

interface Image {
  readonly disk: DirectoryNode;
  readonly savedCount: number;
}

/** What may happen in one step, by how often. */
const EVENTS = {
  append: 24,
  send: 8,
  pull: 9,
  together: 2,
  move: 40,
  dyingWork: 4,
  powerCut: 1,
  kill: 1,
  restart: 2,
  clockJump: 2,
  image: 0.8,
  restore: 0.4,
  twin: 0.4,
} as const;
type EventName = keyof typeof EVENTS;
const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];
const EVENT_TOTAL = Object.values(EVENTS).reduce((sum, each) => sum + each, 0);

/** One seed's run: seven devices, their folder, and everything that goes wrong between them. */
export class World {
  readonly devices: SimulatedDevice[] = [];
  readonly tool: SyncTool;
  readonly losses = new Losses();
  /** What happened, in order; the end of it is shown of a run that fails. */
  readonly story: string[] = [];
  readonly problems: string[] = [];
  crashCount = 0;
  #time: VirtualTime;
  #random: Random;
  #images = new Map<SimulatedDevice, Image>();
  #hasTwin = false;
  #entryCount = 0;

  constructor(team: Team, seed: number, time: VirtualTime) {
    this.#time = time;
    this.#random = seededRandom(`simulate/${seed}`);
    time.begin(`simulate/${seed}`);
    this.tool = new SyncTool(this.#random.fork('tool'), () => time.nowMs);
    for (const [i, seat] of team.seats.entries()) {
      const disk = team.disks[i];
      if (!disk) throw new Error('A seat without a disk.');
      const device = new SimulatedDevice(
        seat,
        copyOf(disk, true),
        time,
        this.#random.fork(seat.name),
      );
      device.skewMs = this.#anySkew();
      this.devices.push(device);
    }
  }

  async run(steps: number): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const device = this.#random.pick(this.devices);
      const event = this.#anyEvent();
      this.story.push(`${step} ${device.seat.name}: ${event}`);
      await this.#time.pass(this.#random.whole(0, LONGEST_PAUSE_MS));
      if (event === 'move') this.#move(device);
      else await this.#happen(event, device);
      if (device.isDead) await this.#crash(device, this.#random.chance(0.5));
    }
  }

  /** Ends the bad weather: every device runs, and everything that is anywhere is everywhere. */
  async heal(): Promise<void> {
    for (const device of this.devices) {
      if (device.isDead) await this.#crash(device, false);
      device.dieAfter(Infinity);
      if (!device.engine && !(await device.start())) this.#note(device, 'does not start');
    }
    for (const device of [...this.devices, ...this.devices]) {
      this.tool.heal({ root: device.replica, isShared: isSharedWith(device) });
    }
  }

  /** One round in which everybody sends and reads; what it moved, so that rounds can end. */
  async sync(): Promise<string> {
    const state: unknown[] = [];
    for (const device of this.devices) {
      const { engine, seat } = device;
      if (!engine) continue;
      await this.#time.settle(engine.sendNow(seat.workspace));
      state.push(await this.#time.settle(engine.pull(seat.workspace)));
      await this.#checkClaims(device);
    }
    await this.heal();
    return JSON.stringify([state, this.tool.server.size]);
  }

  async #happen(event: Exclude<EventName, 'move'>, device: SimulatedDevice): Promise<void> {
    const isDying = event === 'dyingWork';
    const callsLeft = isDying ? this.#random.whole(1, CALLS_TO_DIE_AFTER) : Infinity;
    if (!device.engine && !(await device.start(callsLeft))) {
      if (!isDying) this.#note(device, 'does not start');
      return;
    }
    const { engine, seat } = device;
    if (!engine) return;
    const send = () => engine.sendNow(seat.workspace);
    const pull = () => engine.pull(seat.workspace);
    const append = () => device.append(engine, this.#anyEdits(device));
    const now = async (calls: readonly Promise<unknown>[]) =>
      void (await this.#time.settle(Promise.all(calls)));
    switch (event) {
      case 'append':
        return await this.#append(device, append());
      case 'send':
        await now([send()]);
        return await this.#checkClaims(device);
      case 'pull':
        return await now([pull()]);
      case 'together':
        return await now([send(), append(), pull(), append()]);
      case 'dyingWork':
        device.dieAfter(callsLeft);
        return await now([append(), send(), pull(), append()]);
      case 'powerCut':
        return await this.#crash(device, true);
      case 'kill':
        return await this.#crash(device, false);
      case 'restart':
        await device.close();
        return;
      case 'clockJump':
        device.skewMs = this.#anySkew();
        return;
      case 'image':
        return this.#takeImage(device);
      case 'restore':
        return await this.#restore(device);
      case 'twin':
        return await this.#makeTwin(device);
    }
  }

  async #append(
    device: SimulatedDevice,
    append: ReturnType<SimulatedDevice['append']>,
  ): Promise<void> {
    const answer = await this.#time.settle(append);
    if (!answer.ok && !device.isDead)
      this.#note(device, `an entry was refused: ${answer.error.code}`);
  }

  async #crash(device: SimulatedDevice, isPowerCut: boolean): Promise<void> {
    this.crashCount += 1;
    await device.crash(isPowerCut);
    this.story.push(`  ${device.seat.name} ${isPowerCut ? 'lost power' : 'was killed'}`);
    if (!(await device.start())) this.#note(device, 'does not start after a crash');
    await this.#checkClaims(device);
  }

  #move(device: SimulatedDevice): void {
    this.tool.exchange({ root: device.replica, isShared: isSharedWith(device) });
  }

  #takeImage(device: SimulatedDevice): void {
    this.#images.set(device, {
      disk: copyOf(device.disk, true),
      savedCount: device.saved.length,
    });
  }

  /** An older copy comes back: onto the same machine, or as files copied to a new disk. */
  async #restore(device: SimulatedDevice): Promise<void> {
    const image = this.#images.get(device);
    if (!image) return;
    await device.crash(false);
    this.losses.noteRestore(device, image.savedCount, this.tool.server);
    device.disk = copyOf(image.disk, this.#random.chance(0.5));
    await device.start();
  }

  /** A copy of the whole computer goes on beside it. */
  async #makeTwin(device: SimulatedDevice): Promise<void> {
    if (this.#hasTwin) return;
    this.#hasTwin = true;
    const seat = { ...device.seat, name: `${device.seat.name}-twin` };
    const disk = copyOf(device.disk, this.#random.chance(0.5));
    const twin = new SimulatedDevice(seat, disk, this.#time, this.#random.fork(seat.name));
    twin.skewMs = this.#anySkew();
    this.devices.push(twin);
    await twin.start();
  }

  async #checkClaims(device: SimulatedDevice): Promise<void> {
    const status = await device.status();
    if (!status) return this.#note(device, 'has no status');
    for (const claim of unsentClaims(status, device.replica, this.tool.server)) {
      this.#note(device, `says Sent of what is not in the folder: ${claim}`);
    }
  }

  #note(device: SimulatedDevice, problem: string): void {
    this.problems.push(`${device.seat.name} ${problem}`);
  }

  #anyEdits({ seat }: SimulatedDevice): Edit[] {
    const random = this.#random;
    return Array.from({ length: random.whole(1, 3) }, (): Edit => {
      this.#entryCount += 1;
      const title = `Entry ${this.#entryCount}`;
      const id = `202611-${random.whole(1, 20)}`;
      const owner = seat.isManager ? random.pick(['ana', 'ben', 'cai']) : seat.memberId;
      if (random.chance(0.75)) {
        const fields = { title, [random.pick(['note', 'status'])]: this.#entryCount };
        return { audience: `m-${owner}`, type: 'deliverable', id, fields };
      }
      if (!seat.isManager) return { audience: 'team', type: 'view', id, fields: { name: title } };
      const audience = random.chance(0.5) ? 'team' : 'managers';
      const type = audience === 'team' ? 'client' : 'view';
      return { audience, type, id, fields: { name: title } };
    });
  }

  #anyEvent(): EventName {
    let left = this.#random.next() * EVENT_TOTAL;
    for (const name of EVENT_NAMES) {
      left -= EVENTS[name];
      if (left < 0) return name;
    }
    return 'append';
  }

  /** Right, wrong by an hour, or by anything up to ten years. */
  #anySkew(): number {
    const reachMs = this.#random.pick([0, 3_600_000, TEN_YEARS_MS]);
    return Math.round((this.#random.next() * 2 - 1) * reachMs);
  }
}
