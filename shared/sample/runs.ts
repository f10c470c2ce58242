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
  const answers = new Map<string, Answer>();
  const own = random.fork(`run of ${deliverableId}`);
  const ends = stepEnds(steps, times, own);
  for (const [index, step] of shown.entries()) {
    if (!isShown(steps.slice(0, index + 1), answers)) continue;
    const atMs = (ends[index] ?? times.endMs) + random.whole(-9_000, 9_000);
    const answer = answerOf(step, job, atMs, random, times.given?.[step.id]);
    const field = `answer.${step.id}`;
    if (step.kind === 'number' && typeof answer['value'] === 'number' && own.chance(SLIP_CHANCE)) {
      // A slip of the key, seen and put right within the minute.
      const slipMs = atMs - own.whole(20_000, 60_000);
      write(slipMs, { [field]: { value: answer['value'] * 10 + 1, atMs: slipMs } });
    }
    if (own.chance(WAIT_CHANCE)) {
      const hold = `hold.shop${index}`;
      const fromMs = Math.max(times.startMs + 1_000, atMs - own.whole(200_000, 260_000));
      const held = { fromMs, kind: 'blocked', on: 'system', reason: 'The shop does not load.' };
      write(fromMs, { [hold]: { ...held, toMs: null } });
      write(fromMs + 150_000, { [hold]: { ...held, toMs: fromMs + 150_000 } });
    }
    answers.set(step.id, answerFrom(answer));
    write(atMs, { [field]: answer, atStepId: (steps[index + 1] ?? step).id });
  }
  if (times.answered === undefined) write(times.endMs, { finishedAtMs: times.endMs });
  return id;
}

/** How often a number is mistyped at first, and how often the shop's pages keep somebody waiting. */
const SLIP_CHANCE = 0.08;
const WAIT_CHANCE = 0.012;

/** How much longer than expected a step takes this team; others take about what is expected. */
const LONGER: Readonly<Record<string, number>> = { pictures: 1.8, same: 1.4, amount: 1.5 };

/** When each step ends: the time of the job, shared out by what the steps take. */
function stepEnds(
  steps: readonly StepText[],
  { startMs, endMs }: RunTimes,
  random: Random,
): readonly number[] {
  const shares = steps.map(
    ({ id, minutes }) => minutes * (LONGER[id] ?? 1) * (0.7 + 0.6 * random.next()),
  );
  const sum = shares.reduce((all, share) => all + share, 0);
  // A little is left after the last answer: somebody looks it over.
  const perShareMs = ((endMs - startMs) * 0.96) / sum;
  let atMs = startMs;
  return shares.map((share) => (atMs += Math.round(share * perShareMs)));
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
