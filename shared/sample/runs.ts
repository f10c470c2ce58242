import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { answerFrom } from '../sops/answer.ts';
import type { Answer, Answers } from '../sops/answer.ts';
import { pathOf } from '../sops/path.ts';
import { versionId } from '../sops/sop.ts';
import { EMPTY_STEP } from '../sops/step.ts';
import type { Fields } from '../stream/change.ts';
import type { Desk, Job } from './desk.ts';
import type { Random } from '../random.ts';
import { SOPS } from './sops/all-sops.ts';
import type { StepText } from './sops/sop-text.ts';

export interface RunTimes {
  readonly day: DayKey;
  readonly startMs: number;
  readonly endMs: number;
  /** The newest version that was published when the run began, from 1. */
  readonly version: number;
  /** Where the run stopped in the middle: how many steps were answered. Absent for a finished run. */
  readonly answered?: number;
  /** What is answered at some steps, instead of what is typical. */
  readonly given?: Readonly<Record<string, Json>>;
}

/** One run of a job's procedure, answer by answer, over the time that the job took. */
export function writeRun(
  desk: Desk,
  job: Job,
  deliverableId: string,
  times: RunTimes,
  random: Random,
): string | null {
  const sop = SOPS.find(({ key }) => key === job.sop);
  const steps = sop?.versions[times.version - 1]?.steps;
  const first = steps?.[0];
  if (!sop || !steps || !first) return null;
  const id = desk.newId();
  const sopId = desk.ids.sop(sop.key);
  const write = (atMs: number, fields: Record<string, Json>): void =>
    desk.write(atMs, 'run', id, fields);
  write(times.startMs, {
    sopId,
    versionId: versionId(sopId, times.version),
    outcomeId: desk.ids.outcome(job.outcome),
    deliverableId,
    day: times.day,
    startedAtMs: times.startMs,
    atStepId: first.id,
  });
  const shown = steps.slice(0, times.answered ?? steps.length);
  const stepMs = Math.floor((times.endMs - times.startMs) / (steps.length + 1));
  const answers = new Map<string, Answer>();
  for (const [index, step] of shown.entries()) {
    if (!isShown(steps.slice(0, index + 1), answers)) continue;
    const atMs = times.startMs + (index + 1) * stepMs + random.whole(-9_000, 9_000);
    const answer = answerOf(step, job, atMs, random, times.given?.[step.id]);
    answers.set(step.id, answerFrom(answer));
    write(atMs, { [`answer.${step.id}`]: answer, atStepId: (steps[index + 1] ?? step).id });
  }
  if (times.answered === undefined) write(times.endMs, { finishedAtMs: times.endMs });
  return id;
}

/** Whether the last of the steps is asked for, after the answers so far. */
function isShown(steps: readonly StepText[], answers: Answers): boolean {
  const asked = steps.map(({ id, kind, rules, isRequired }, order) => ({
    ...EMPTY_STEP,
    id,
    kind,
    rules,
    isRequired,
    order,
  }));
  return pathOf(asked, answers).at(-1)?.isShown ?? false;
}

function answerOf(
  step: StepText,
  job: Job,
  atMs: number,
  random: Random,
  given: Json | undefined,
): Fields {
  if (given !== undefined) return { value: given, atMs };
  if (!step.isRequired && random.chance(0.55)) return { value: null, atMs, skipped: true };
  if (step.id === 'live' && job.quantity !== undefined) return { value: job.quantity, atMs };
  return { value: random.pick(step.typical), atMs };
}
