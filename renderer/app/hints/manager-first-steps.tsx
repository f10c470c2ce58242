import '../../i18n/view-words.ts';
import { ChartNoAxesColumn } from 'lucide-react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { go } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NextStep } from '../parts/next-step.tsx';
import { useHasOwnWork } from '../parts/own-work.ts';
import type { ManagerStepId } from './first-steps.ts';
import { areAllDone, managerSteps } from './first-steps.ts';
import { FirstStepsCard } from './first-steps-card.tsx';
import type { ShownStep } from './first-steps-card.tsx';
import { firstStepsMark, useSeen } from './seen-names.ts';

interface ManagerFirstStepsProps {
  readonly plan: Plan;
  readonly hasHistory: boolean;
}

/** From an empty workspace to the first result: each step opens the screen that it is done on. */
export function ManagerFirstSteps({ plan, hasHistory }: ManagerFirstStepsProps) {
  const { workspace, memberId, sync } = useSessionOf('workspace', 'memberId', 'sync');
  const isAway = useSeen(firstStepsMark(workspace?.id ?? ''));
  const hasOwnWork = useHasOwnWork();
  const steps = managerSteps(plan, {
    memberId,
    hasTravel: sync !== null && sync.target !== null,
    hasHistory,
  });
  if (isAway || areAllDone(steps)) {
    return hasHistory ? null : (
      <EmptyState
        icon={<ChartNoAxesColumn size={28} strokeWidth={1.5} aria-hidden />}
        title={t('firstSteps.manager.empty')}
        text={t('firstSteps.manager.emptyText')}
        action={<NextStep plan={plan} />}
      />
    );
  }
  const acts = actsIn(plan, hasOwnWork);
  return (
    <FirstStepsCard
      title={t('firstSteps.manager.title', { name: plan.workspace?.name ?? workspace?.name ?? '' })}
      isBrief={hasHistory}
      steps={steps.map(({ id, isDone }) => ({
        id,
        isDone,
        title: t(`firstSteps.manager.${id}.title`),
        text: t(`firstSteps.manager.${id}.text`),
        acts: acts[id],
      }))}
      foot={
        <Button variant="quiet" onClick={() => go('import')}>
          {t('firstSteps.manager.table')}
        </Button>
      }
    />
  );
}

function actsIn(
  plan: Plan,
  hasOwnWork: boolean,
): Readonly<Record<ManagerStepId, ShownStep['acts']>> {
  const outcomes = plan.outcomes.filter(({ isArchived }) => !isArchived);
  const outcomeId = outcomes[0]?.id ?? '';
  const unmeasured = outcomes.find(({ measures }) => measures.length === 0);
  const draft = plan.sops.find((sop) => !sop.isArchived && sop.publishedVersion === 0);
  return {
    outcome: [
      { label: t('firstSteps.manager.outcome.act'), onAct: () => go('outcome', { new: '1' }) },
    ],
    target: [
      {
        label: t('firstSteps.manager.target.act'),
        onAct: () =>
          go('outcome', unmeasured ? { id: unmeasured.id, at: 'measures' } : { new: '1' }),
      },
    ],
    sop: [
      draft
        ? {
            label: t('firstSteps.manager.sop.goOn', { title: draft.title }),
            onAct: () => go('sops', { sopId: draft.id }),
          }
        : {
            label: t('firstSteps.manager.sop.act'),
            onAct: () => go('sops', { new: '1', ...(outcomeId !== '' && { outcomeId }) }),
          },
    ],
    entry: [
      ...(outcomes.length > 0
        ? [
            {
              label: t('firstSteps.manager.entry.act'),
              onAct: () =>
                hasOwnWork
                  ? openLogBar()
                  : openEntryDialog({ kind: 'new', values: { outcomeId }, isRequest: false }),
            },
          ]
        : []),
      { label: t('firstSteps.manager.entry.invite'), onAct: () => go('team', { new: '1' }) },
    ],
    travel: [{ label: t('firstSteps.manager.travel.act'), onAct: () => go('settings') }],
  };
}
