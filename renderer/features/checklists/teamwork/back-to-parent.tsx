import { useEffect, useRef } from 'react';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import { planWords } from '../../../app/parts/sop-words/plan-words.ts';
import { useLive } from '../../../data/live.ts';
import type { ParentRun } from '../../../data/nested-runs.ts';
import { parentsOf } from '../../../data/nested-runs.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';

interface BackToParentProps {
  readonly plan: Plan;
  readonly run: Run;
}

/** From a run that has ended to the one that it was made for, where that goes on. */
export function BackToParent({ plan, run }: BackToParentProps) {
  const parents = useLive(() => parentsOf(run), [run.memberId, run.id, run.parentRunId]);
  const parent = parents?.at(-1);
  return parent && isRunOpen(parent.run) ? <BackButton plan={plan} parent={parent} /> : null;
}

/** Takes the focus: it is what comes next. */
function BackButton({ plan, parent }: { readonly plan: Plan; readonly parent: ParentRun }) {
  const { run, version } = parent;
  const title = version && planWords(plan, run.sopId).title(version);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      variant="primary"
      onClick={() => go('run', { runId: run.id, memberId: run.memberId })}
    >
      {t('teamwork.nested.back', { title: title || t('teamwork.untitled') })}
    </Button>
  );
}
