import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Run } from '#shared/sops/run';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { finishRun } from '../../services/finish-run.ts';
import type { RunOutput } from '../../services/finish-run.ts';
import { workerOf } from '../../services/worker.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { FinishOutput } from './finish-output.tsx';
import css from './run-view.module.css';
import type { RunSteps } from './use-run.ts';

interface FinishCardProps {
  readonly plan: Plan;
  readonly run: Run;
  /** The piece of work that it is made for, where that is open. */
  readonly work: Entry | null;
  readonly moves: RunSteps;
  readonly isReadOnly: boolean;
}

/** The end of a run: what is still open, or what came of it. */
export function FinishCard({ plan, run, work, moves, isReadOnly }: FinishCardProps) {
  const { open } = moves;
  const words = useSopWords();

  async function finish(output: RunOutput): Promise<void> {
    const member = plan.memberById.get(run.memberId);
    if (!member) return;
    const finished = await finishRun(workerOf(plan, member), run, output);
    if (!finished.ok) announceFailure(finished.error);
    else if (run.parentRunId !== '') go('run', { runId: run.parentRunId });
  }

  return (
    <section className={css['card']} aria-labelledby="finish-title">
      <header className={css['cardHeader']}>
        <h2 id="finish-title" className={css['stepTitle']}>
          {open ? t('checklists.stillOpen') : t('checklists.allDone')}
        </h2>
      </header>
      {open ? (
        <OpenStep title={words.step(open.step).title} onGo={() => moves.go(open.step.id)} />
      ) : hasOutput(run, plan, work) ? (
        <FinishOutput plan={plan} run={run} work={work} isReadOnly={isReadOnly} onFinish={finish} />
      ) : (
        <PlainFinish isReadOnly={isReadOnly} onFinish={() => void finish({ kind: 'none' })} />
      )}
    </section>
  );
}

/** A part of another run leaves what came of it to that one. */
const hasOutput = (run: Run, plan: Plan, work: Entry | null): boolean =>
  run.parentRunId === '' && (work !== null || plan.outcomes.length > 0);

function OpenStep({ title, onGo }: { readonly title: string; readonly onGo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <p>{t('checklists.openIs', { title })}</p>
      <Button ref={button} variant="primary" onClick={onGo}>
        {t('checklists.nextOpen')}
      </Button>
    </>
  );
}

interface PlainFinishProps {
  readonly isReadOnly: boolean;
  readonly onFinish: () => void;
}

function PlainFinish({ isReadOnly, onFinish }: PlainFinishProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      variant="primary"
      icon={<Check aria-hidden />}
      isDisabled={isReadOnly}
      onClick={onFinish}
    >
      {t('checklists.finish')}
    </Button>
  );
}
