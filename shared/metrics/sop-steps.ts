import { canonicalJson } from '../stream/canonical.ts';
import type { Answer } from '../sops/answer.ts';
import { isAnswered } from '../sops/answer.ts';
import type { PathStep } from '../sops/path.ts';
import { pathOf, shownOn } from '../sops/path.ts';
import type { Hold } from '../sops/run.ts';
import type { SopVersion } from '../sops/sop.ts';
import type { Step } from '../sops/step.ts';
import type { Median } from './median.ts';
import { medianOf } from './median.ts';
import { sortSamples } from './samples.ts';
import type { RunFacts } from './sop-runs.ts';
import { isMigrated, runEnd, timeWithoutHolds } from './sop-runs.ts';
import type { Proportion } from './wilson.ts';
import { proportionOf } from './wilson.ts';

/** A share of the runs that went through a step, and those runs. */
export interface StepShare {
  readonly share: Proportion | null;
  readonly runs: readonly RunFacts[];
}

/** What the runs of a version say of one of its steps. */
export interface StepFigures {
  readonly step: Step;
  /** Runs that ended, finished or abandoned, in which the step was shown and answered or skipped. */
  readonly through: readonly RunFacts[];
  /** Of those: skipped. */
  readonly skipped: StepShare;
  /** Of those: answered outside its limits, or corrected later (see `isOff`). */
  readonly off: StepShare;
  /** How long it took, in milliseconds, where one clock shows it (see `stepTimes`); null where nowhere. */
  readonly time: Median | null;
  readonly timed: readonly RunFacts[];
  /** Runs that were blocked at it. */
  readonly blocked: readonly RunFacts[];
  /** Runs that were abandoned in front of it. */
  readonly stopped: readonly RunFacts[];
}

/** An answer that stood for less was being typed, or was a slip of the hand: it counts as none. */
const STOOD_MS = 10_000;

/** In the order of the steps. Runs of other versions are passed over, and so are migrated ones: their answers are to two texts. */
export function stepFigures(
  version: Pick<SopVersion, 'id' | 'steps'>,
  all: readonly RunFacts[],
): readonly StepFigures[] {
  const tally = new StepTally(version);
  for (const facts of all) tally.add(facts);
  return tally.figures();
}

/** The same, run by run: thousands of runs are added a few at a time. */
export class StepTally {
  readonly #version: Pick<SopVersion, 'id' | 'steps'>;
  readonly #tallies: ReadonlyMap<string, Tally>;

  constructor(version: Pick<SopVersion, 'id' | 'steps'>) {
    this.#version = version;
    this.#tallies = new Map(version.steps.map((step) => [step.id, newTally(step)]));
  }

  add(facts: RunFacts): void {
    const { id, steps } = this.#version;
    if (facts.run.versionId === id) addRun(this.#tallies, steps, facts);
  }

  figures(): readonly StepFigures[] {
    return [...this.#tallies.values()].map(figuresOf);
  }
}

interface Tally {
  readonly step: Step;
  readonly through: RunFacts[];
  readonly skipped: RunFacts[];
  readonly off: RunFacts[];
  readonly timed: RunFacts[];
  readonly timesMs: number[];
  readonly blocked: RunFacts[];
  readonly stopped: RunFacts[];
}

const newTally = (step: Step): Tally => ({
  step,
  through: [],
  skipped: [],
  off: [],
  timed: [],
  timesMs: [],
  blocked: [],
  stopped: [],
});

const figuresOf = ({ timesMs, skipped, off, ...tally }: Tally): StepFigures => ({
  ...tally,
  skipped: { share: proportionOf(skipped.length, tally.through.length), runs: skipped },
  off: { share: proportionOf(off.length, tally.through.length), runs: off },
  time: medianOf(sortSamples(timesMs)),
});

function addRun(
  tallies: ReadonlyMap<string, Tally>,
  steps: readonly Step[],
  facts: RunFacts,
): void {
  const { run, answers } = facts;
  const end = runEnd(run);
  if ((end !== 'finished' && end !== 'abandoned') || isMigrated(run)) return;
  const shown = shownOn(pathOf(steps, answers));
  for (const { step, answer } of shown) {
    const tally = tallies.get(step.id);
    if (!tally || !answer) continue;
    tally.through.push(facts);
    if (answer.isSkipped) tally.skipped.push(facts);
    if (isOff(step, answer, facts.earlier.get(step.id) ?? [])) tally.off.push(facts);
  }
  for (const [stepId, ms] of stepTimes(facts, shown)) {
    const tally = tallies.get(stepId);
    tally?.timed.push(facts);
    tally?.timesMs.push(ms);
  }
  for (const stepId of new Set(run.holds.map((hold) => heldAt(hold, facts, shown)))) {
    if (stepId !== null) tallies.get(stepId)?.blocked.push(facts);
  }
  if (end === 'abandoned') tallies.get(run.atStepId)?.stopped.push(facts);
}

/**
 * Whether an answer was off. A number outside its limits that stood for `STOOD_MS` or was the last; a
 * number, choice or date that stood as long and was another one in the end. Texts and files grow, so they
 * are never called corrected.
 */
function isOff(step: Step, last: Answer, earlier: readonly Answer[]): boolean {
  const stood = earlier.filter(
    (answer, at) => isAnswered(answer) && (earlier[at + 1] ?? last).atMs - answer.atMs >= STOOD_MS,
  );
  const said = isAnswered(last) ? [...stood, last] : stood;
  if (said.some((answer) => isOutside(step, answer))) return true;
  if (step.kind !== 'number' && step.kind !== 'choice' && step.kind !== 'date') return false;
  return new Set(said.map(({ value }) => canonicalJson(value))).size > 1;
}

const isOutside = ({ kind, min, max }: Step, { value }: Answer): boolean =>
  kind === 'number' &&
  typeof value === 'number' &&
  ((min !== null && value < min) || (max !== null && value > max));

/**
 * How long each step took, by its id: from the act before it to its answer, less the time the run stood
 * still. Only where the act before it is the answer of the step before it, or the start of the run: who
 * jumps back and forth, or comes back to correct something, gives no time for that step.
 */
function stepTimes(
  { run, earlier }: RunFacts,
  shown: readonly PathStep[],
): ReadonlyMap<string, number> {
  const acts = actsOf(run.startedAtMs, shown, earlier);
  const places = new Map(acts.map(({ stepId }, at) => [stepId, at]));
  const repeated = new Set(
    acts.filter(({ stepId }, at) => places.get(stepId) !== at).map(({ stepId }) => stepId),
  );
  const times = new Map<string, number>();
  let before = '';
  for (const { step, answer } of shown) {
    if (!answer) return times;
    const at = places.get(step.id) ?? 0;
    const [act, previous] = [acts[at], acts[at - 1]];
    const isOnce = !repeated.has(step.id);
    if (act && previous?.stepId === before && isOnce && previous.atMs >= run.startedAtMs) {
      times.set(step.id, timeWithoutHolds(run, previous.atMs, act.atMs));
    }
    before = step.id;
  }
  return times;
}

interface Act {
  /** Empty for the start. */
  readonly stepId: string;
  readonly atMs: number;
}

/** The start and every answer that was given, in the order of time; at the same instant in that of the steps. */
function actsOf(
  startedAtMs: number,
  shown: readonly PathStep[],
  earlier: RunFacts['earlier'],
): readonly Act[] {
  const acts: Act[] = [{ stepId: '', atMs: startedAtMs }];
  for (const { step, answer } of shown) {
    const before = (earlier.get(step.id) ?? []).filter(
      (each) => answer && answer.atMs - each.atMs >= STOOD_MS,
    );
    for (const { atMs } of answer ? [...before, answer] : before) {
      acts.push({ stepId: step.id, atMs });
    }
  }
  return acts.toSorted((a, b) => a.atMs - b.atMs);
}

/** The step in front of somebody who was blocked: the one that was answered next, or the one they stayed at. */
function heldAt(hold: Hold, { run }: RunFacts, shown: readonly PathStep[]): string | null {
  if (hold.kind !== 'blocked') return null;
  let next: PathStep | undefined;
  for (const each of shown) {
    const atMs = each.answer?.atMs ?? 0;
    if (atMs >= hold.fromMs && (!next || atMs < (next.answer?.atMs ?? 0))) next = each;
  }
  return next?.step.id ?? run.atStepId;
}
