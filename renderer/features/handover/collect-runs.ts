import type { HandedRun } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import { isAnswered } from '#shared/sops/answer';
import type { HandOver } from '#shared/sops/hand-over';
import { handOverState } from '#shared/sops/hand-over';
import { nextOpen, pathOf, shownOn } from '#shared/sops/path';
import type { Run } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { answerText } from '../../app/parts/runs/answer-text.ts';
import { readEntry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { openRuns } from '../../data/runs.ts';
import { sopVersion } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';

/** A member's open runs that were begun, each at its exact step. */
export async function collectRuns(
  plan: Plan,
  member: Member,
  offers: readonly HandOver[],
): Promise<readonly HandedRun[]> {
  const runs = (await openRuns(member.id)).filter(({ startedAtMs }) => startedAtMs > 0);
  const collected = await Promise.all(
    runs.map(async (run): Promise<HandedRun | null> => {
      const offer = offers.find(
        (each) => each.runId === run.id && ['waiting', 'taken'].includes(handOverState(each)),
      );
      // Taken: it goes on in a colleague's log, whatever the leaver's own device knows of that yet.
      if (offer && handOverState(offer) === 'taken') return null;
      const offeredTo = offer ? (plan.memberById.get(offer.toId)?.name ?? '') : '';
      return await handedRun(plan, run, offeredTo);
    }),
  );
  return collected.filter((each) => each !== null);
}

async function handedRun(plan: Plan, run: Run, offeredTo: string): Promise<HandedRun> {
  const [version, work] = await Promise.all([
    sopVersion(run.versionId),
    run.deliverableId === ''
      ? undefined
      : readEntry(memberAudience(run.memberId), run.deliverableId),
  ]);
  const shown = shownOn(pathOf(version?.steps ?? [], run.answers));
  const at = shown.find(({ step }) => step.id === run.atStepId) ?? nextOpen(shown) ?? shown[0];
  return {
    id: run.id,
    sopId: run.sopId,
    sop: version?.title || (plan.sopById.get(run.sopId)?.title ?? ''),
    outcomeId: run.outcomeId,
    work: work?.title ?? '',
    startedAtMs: run.startedAtMs,
    step: at?.step.title || t('teamwork.untitledStep'),
    stepNumber: at ? shown.indexOf(at) + 1 : 0,
    stepCount: shown.length,
    answers: shown.flatMap(({ step, answer }) =>
      answer && (answer.isSkipped || isAnswered(answer))
        ? [{ step: step.title, answer: answerText(plan, step, answer) }]
        : [],
    ),
    offeredTo,
  };
}
