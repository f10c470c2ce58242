import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT, msToMark, processTree, spawnElectron, stopElectron } from './electron-process.ts';
import { withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';
import { cpuMs } from './process-cost.ts';
import { profileOf100k } from './profile.ts';
import { weakMachine } from './weak-machine.ts';
import { type WeakFigures, useOnce } from './weak-use.ts';

const ROUNDS = 3;
/** Fills the disk's cache and Chromium's code cache. */
const WARM_UP_ROUNDS = 2;
const LIMIT_RATIO = 3;
const MEMORY_CEILING_MB = 480;
const IDLE_CPU_SECONDS = 0.5;
const IDLE_MS = 60_000;
/** What a start still does when Today stands: reading ahead, compacting, the first look into the folder. */
const SETTLED_AFTER_MS = 45_000;

/**
 * The program on half a core with 1 GB of memory, beside itself on the free machine, taking turns:
 * starting, logging and coming back to Today with 100,000 deliverables in the log. Then what it costs to
 * leave it open. A ceiling that is not kept fails the figure as a ratio does.
 */
export async function measureWeak(): Promise<Figure> {
  const copy = path.join(PROJECT, 'out/bench/weak');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await profileOf100k(), copy, { recursive: true });
  const machine = weakMachine();
  const free: WeakFigures[] = [];
  const weak: WeakFigures[] = [];
  try {
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await useOnce(copy, null);
    for (let round = 0; round < ROUNDS; round += 1) {
      free.push(await useOnce(copy, null));
      weak.push(await useOnce(copy, machine.enter));
    }
    const idleCpuSeconds = await idleSeconds(copy);
    const of = (figures: readonly WeakFigures[], name: keyof WeakFigures): number =>
      median(figures.map((each) => each[name]));
    const ratioOf = (name: keyof WeakFigures): number => of(weak, name) / of(free, name);
    const values = {
      ratio: Math.max(ratioOf('startMs'), ratioOf('logMs'), ratioOf('todayMs')),
      startRatio: ratioOf('startMs'),
      weakStartMs: of(weak, 'startMs'),
      freeStartMs: of(free, 'startMs'),
      logRatio: ratioOf('logMs'),
      weakLogMs: of(weak, 'logMs'),
      freeLogMs: of(free, 'logMs'),
      todayRatio: ratioOf('todayMs'),
      weakTodayMs: of(weak, 'todayMs'),
      freeTodayMs: of(free, 'todayMs'),
      weakMemoryMb: of(weak, 'memoryMb'),
      groupPeakMb: machine.peakMemoryMb(),
      memoryRefusals: machine.refusals(),
      idleCpuSeconds,
      deliverables: 100_000,
    };
    const isOver =
      values.weakMemoryMb > MEMORY_CEILING_MB || values.idleCpuSeconds > IDLE_CPU_SECONDS;
    if (isOver) {
      console.error(
        `over: memory ${values.weakMemoryMb.toFixed(0)} of ${MEMORY_CEILING_MB} MB, idle ${idleCpuSeconds} of ${IDLE_CPU_SECONDS} s`,
      );
    }
    return {
      name: 'weak',
      // What has no ratio fails by one that cannot be kept.
      values: isOver ? { ...values, ratio: Math.max(values.ratio, LIMIT_RATIO * 1.01) } : values,
      limited: 'ratio',
      limit: LIMIT_RATIO,
    };
  } finally {
    await machine.remove();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Processor time that all processes of a settled, untouched window use in a minute. */
async function idleSeconds(userData: string): Promise<number> {
  const electron = spawnElectron('.', userData);
  try {
    await msToMark(electron, 'today-interactive');
    await withPage(electron, (page) => page.waitForLoadState('load'));
    await pause(SETTLED_AFTER_MS);
    const tree = processTree(electron.pid);
    const usedMs = (): number => tree.reduce((sum, pid) => sum + cpuMs(pid), 0);
    const beforeMs = usedMs();
    await pause(IDLE_MS);
    return (usedMs() - beforeMs) / 1_000;
  } finally {
    await stopElectron(electron);
  }
}
