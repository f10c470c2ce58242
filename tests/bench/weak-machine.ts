import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One core at half speed: its processes together run half of each period. A core that is slow is slow all
 * the time; with the kernel's usual 100 ms it would be fast and then stand still for 50.
 */
const CPU_SHARE_RATIO = 0.5;
const PERIOD_US = 10_000;
const MEMORY_BYTES = 1024 ** 3;

/** What holds processes down; whoever wants to run in it writes itself in. */
export interface WeakMachine {
  /** A shell line that puts the shell, and what it becomes, into it. */
  readonly enter: string;
  /** The most memory that its processes held together, in MB, as the kernel counts it. */
  peakMemoryMb(): number;
  /** How often the memory's limit was hit. */
  readonly refusals: () => number;
  remove(): Promise<void>;
}

const ROOT = '/sys/fs/cgroup';
const NAME = `outlog-weak-${process.pid}`;

/**
 * A place for processes with half a core and 1 GB of memory, by control groups of version 2 or 1 (kernel:
 * admin-guide/cgroup-v2, cgroup-v1/memory, scheduler/sched-bwc). It needs root.
 */
export function weakMachine(): WeakMachine {
  if (process.platform !== 'linux') throw new Error('control groups are Linux’s own');
  return existsSync(path.join(ROOT, 'cgroup.controllers')) ? weakByVersion2() : weakByVersion1();
}

function weakByVersion2(): WeakMachine {
  const group = path.join(ROOT, NAME);
  writeFileSync(path.join(ROOT, 'cgroup.subtree_control'), '+cpu +memory +cpuset');
  mkdirSync(group, { recursive: true });
  write(group, 'cpu.max', `${CPU_SHARE_RATIO * PERIOD_US} ${PERIOD_US}`);
  write(group, 'cpuset.cpus', '0');
  write(group, 'memory.max', String(MEMORY_BYTES));
  return {
    enter: `echo $$ > ${group}/cgroup.procs`,
    peakMemoryMb: () => Number(read(group, 'memory.peak')) / 1e6,
    refusals: () => Number(/^max (\d+)$/m.exec(read(group, 'memory.events'))?.[1] ?? 0),
    remove: () => removeAll([group]),
  };
}

function weakByVersion1(): WeakMachine {
  const [cpu, cpuset, memory] = ['cpu', 'cpuset', 'memory'].map((controller) => {
    const group = path.join(ROOT, controller, NAME);
    mkdirSync(group, { recursive: true });
    return group;
  });
  if (cpu === undefined || cpuset === undefined || memory === undefined)
    throw new Error('no group');
  write(cpu, 'cpu.cfs_period_us', String(PERIOD_US));
  write(cpu, 'cpu.cfs_quota_us', String(CPU_SHARE_RATIO * PERIOD_US));
  write(cpuset, 'cpuset.mems', readFileSync(path.join(ROOT, 'cpuset/cpuset.mems'), 'utf8'));
  write(cpuset, 'cpuset.cpus', '0');
  write(memory, 'memory.limit_in_bytes', String(MEMORY_BYTES));
  return {
    enter: [cpu, cpuset, memory].map((group) => `echo $$ > ${group}/cgroup.procs`).join('; '),
    peakMemoryMb: () => Number(read(memory, 'memory.max_usage_in_bytes')) / 1e6,
    refusals: () => Number(read(memory, 'memory.failcnt')),
    remove: () => removeAll([cpu, cpuset, memory]),
  };
}

const write = (group: string, file: string, text: string): void =>
  writeFileSync(path.join(group, file), text);
const read = (group: string, file: string): string => readFileSync(path.join(group, file), 'utf8');

/** A group can be removed once the last of its processes is gone for good. */
async function removeAll(groups: readonly string[]): Promise<void> {
  for (const group of groups) {
    for (let left = 100; left > 0; left -= 1) {
      try {
        rmdirSync(group);
        break;
      } catch {
        await pause(50);
      }
    }
  }
}
