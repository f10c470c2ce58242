import '../../i18n/view-words.ts';
import { daysBetween } from '#shared/day';
import { openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { dayRange } from '../../data/rollups.ts';
import { hasFinishedRun } from '../../data/runs.ts';
import { t } from '../../i18n/text.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { go } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import type { OwnStepId } from './first-steps.ts';
import { areAllDone, ownSteps } from './first-steps.ts';
import { FirstStepsCard } from './first-steps-card.tsx';
import type { ShownStep } from './first-steps-card.tsx';
import { firstStepsMark, useSeen } from './seen-names.ts';

/** Whoever has logged for so long has their own way of working, whatever they never tried. */
const NEW_FOR_DAYS = 14;

/** An assistant's first day: today's work, a checklist, a line of the log. */
export function OwnFirstSteps({ plan }: { readonly plan: Plan }) {
  const { workspace, memberId, seat } = useSessionOf('workspace', 'memberId', 'seat');
  const isAway = useSeen(firstStepsMark(workspace?.id ?? ''));
  const isShown = seat === 'assistant' && workspace?.isSample === false && !isAway;
  const known = useLive(
    async () => (isShown ? await readOwnStart(memberId) : null),
    [isShown, memberId],
  );
  if (!isShown || !known || known.loggedForDays >= NEW_FOR_DAYS) return null;
  const steps = ownSteps(plan, { memberId, ...known });
  if (areAllDone(steps)) return null;
  const acts: Readonly<Record<OwnStepId, ShownStep['acts']>> = {
    work: [{ label: t('firstSteps.own.work.act'), onAct: () => go('sync') }],
    checklist: [{ label: t('firstSteps.own.checklist.act'), onAct: () => go('checklists') }],
    line: [{ label: t('firstSteps.own.line.act'), onAct: () => openLogBar() }],
  };
  return (
    <FirstStepsCard
      title={t('firstSteps.own.title')}
      steps={steps.map(({ id, isDone }) => ({
        id,
        isDone,
        title: t(`firstSteps.own.${id}.title`),
        text: t(`firstSteps.own.${id}.text`),
        acts: acts[id],
      }))}
    />
  );
}

async function readOwnStart(memberId: string) {
  const [range, open, finished] = await Promise.all([
    dayRange(),
    openEntries(memberId),
    hasFinishedRun(memberId),
  ]);
  return {
    hasOpenWork: open.length > 0,
    hasFinishedRun: finished,
    hasLogged: range !== null,
    loggedForDays: range === null ? 0 : daysBetween(range.first, range.last) + 1,
  };
}
