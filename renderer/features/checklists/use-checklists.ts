import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { isRunOpen } from '#shared/sops/run';
import type { RunEntry } from '../../data/runs.ts';
import { openRuns, runsOfDay } from '../../data/runs.ts';
import { sopVersion } from '../../data/sops.ts';
import { useLive } from '../../data/live.ts';

/** A run with what its version says. */
export interface RunLine {
  readonly run: RunEntry;
  readonly title: string;
  readonly settledCount: number;
  readonly stepCount: number;
}

export interface Checklists {
  readonly open: readonly RunLine[];
  /** Runs begun today that ended, finished or abandoned. */
  readonly ended: readonly RunLine[];
}

export function useChecklists(member: Member | undefined, nowMs: number): Checklists | undefined {
  const memberId = member?.id ?? '';
  const day = member ? dayIn(member.timeZone, nowMs) : '';
  return useLive(async () => {
    const [open, begun] = await Promise.all([openRuns(memberId), runsOfDay(memberId, day)]);
    const ended = begun.filter((run) => !isRunOpen(run));
    const [openLines, endedLines] = await Promise.all([
      Promise.all(open.map(lineOf)),
      Promise.all(ended.map(lineOf)),
    ]);
    return { open: openLines, ended: endedLines };
  }, [memberId, day]);
}

async function lineOf(run: RunEntry): Promise<RunLine> {
  const version = await sopVersion(run.versionId);
  const steps = version?.steps ?? [];
  return {
    run,
    title: version?.title ?? '',
    settledCount: steps.filter(({ id }) => run.answers.has(id)).length,
    stepCount: steps.length,
  };
}
