import { useEffect, useRef } from 'react';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import { useLive } from '../../../data/live.ts';
import type { ParentRun } from '../../../data/nested-runs.ts';
import { parentsOf } from '../../../data/nested-runs.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';

/** From a run that has ended to the one that it was made for, where that goes on. */
export function BackToParent({ run }: { readonly run: Run }) {
  const parents = useLive(() => parentsOf(run), [run.memberId, run.id, run.parentRunId]);
  const parent = parents?.at(-1);
  return parent && isRunOpen(parent.run) ? <BackButton parent={parent} /> : null;
}

/** Takes the focus: it is what comes next. */
function BackButton({ parent: { run, version } }: { readonly parent: ParentRun }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      variant="primary"
      onClick={() => go('run', { runId: run.id, memberId: run.memberId })}
    >
      {t('teamwork.nested.back', { title: version?.title || t('teamwork.untitled') })}
    </Button>
  );
}
