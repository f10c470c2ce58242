import type { DayKey } from '#shared/day';
import { pathOf } from '#shared/sops/path';
import { isMissed, isRunOpen } from '#shared/sops/run';
import type { RunStanding, RunState } from '#shared/sops/run-standing';
import { runProgress, runStanding } from '#shared/sops/run-standing';
import { withSignatures } from '#shared/sops/sign-off';
import { planWords } from '../sop-words/plan-words.ts';
import { signOffsOfRun } from '../../../data/asked.ts';
import type { Plan } from '../../../data/plan.ts';
import type { RunEntry } from '../../../data/runs.ts';
import { openRuns, runsOfDay } from '../../../data/runs.ts';
import { sopVersion } from '../../../data/sops.ts';

/** A run with what its version says of it. Where it stands depends on the time: `standingAt`. */
export interface RunLine {
  readonly run: RunEntry;
  /** Empty where its version has not arrived: the plan may know the SOP's. */
  readonly title: string;
  readonly settledCount: number;
  readonly stepCount: number;
  readonly standingAt: (nowMs: number) => RunStanding;
}

/** Runs of a member that can be gone on with, those that ask for something first. */
export async function openRunLines(memberId: string): Promise<readonly RunLine[]> {
  return await Promise.all((await openRuns(memberId)).map(lineOf));
}

/** Runs of a member's day that ended: finished, abandoned or handed over. */
export async function endedRunLines(memberId: string, day: DayKey): Promise<readonly RunLine[]> {
  const runs = await runsOfDay(memberId, day);
  return await Promise.all(runs.filter((run) => !isRunOpen(run) && !isMissed(run)).map(lineOf));
}

async function lineOf(run: RunEntry): Promise<RunLine> {
  const version = await sopVersion(run.versionId);
  const steps = version?.steps ?? [];
  const isAsked = steps.some(({ kind }) => kind === 'signOff');
  const answers = isAsked
    ? withSignatures(run.answers, await signOffsOfRun(run), steps)
    : run.answers;
  const path = pathOf(steps, answers);
  return {
    run,
    title: version?.title ?? '',
    ...runProgress(path),
    standingAt: (nowMs) => runStanding(run, path, nowMs),
  };
}

/** What a run is called, in the language of the plan. */
export const lineTitle = ({ run, title }: RunLine, plan: Plan): string =>
  planWords(plan, run.sopId).title({ title }) || (plan.sopById.get(run.sopId)?.title ?? '');

/** What asks for somebody comes first, what waits for others last. */
const ORDER: Readonly<Record<RunState, number>> = {
  waitOver: 0,
  due: 1,
  underWay: 2,
  paused: 3,
  waiting: 4,
  blocked: 5,
  finished: 6,
  abandoned: 6,
  handed: 6,
  missed: 6,
};

export function byUrgency(lines: readonly RunLine[], nowMs: number): readonly RunLine[] {
  return lines
    .map((line) => ({ line, standing: line.standingAt(nowMs) }))
    .toSorted(
      (a, b) =>
        ORDER[a.standing.state] - ORDER[b.standing.state] ||
        endOf(a.standing) - endOf(b.standing) ||
        b.line.run.startedAtMs - a.line.run.startedAtMs,
    )
    .map(({ line }) => line);
}

/** No end comes after every end. */
const endOf = ({ untilMs }: RunStanding): number => untilMs ?? Number.MAX_VALUE;
