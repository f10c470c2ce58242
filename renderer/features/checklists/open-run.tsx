import { useRef, useState } from 'react';
import type { Run } from '#shared/sops/run';
import { nextOpenStep } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { finishRun } from '../../services/runs.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { AbandonDialog } from './abandon-dialog.tsx';
import css from './run-view.module.css';
import { RunKeys } from './run-keys.tsx';
import { StepCard } from './step-card.tsx';
import { StepList } from './step-list.tsx';
import { useRunKeys } from './use-run-keys.ts';
import { useRunSteps } from './use-run.ts';

export interface RunProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
  readonly zone: string;
  readonly isOwn: boolean;
}

/** A run being worked through, step by step. */
export function OpenRun({ plan, run, version, zone, isOwn }: RunProps) {
  const { steps } = version;
  const finishButton = useRef<HTMLButtonElement>(null);
  const moves = useRunSteps(run, steps, () => finishButton.current?.focus());
  const [isAbandoning, setIsAbandoning] = useState(false);
  const [isFinishing, setIsFinishing] = useState(false);
  const open = nextOpenStep(steps, run);
  const settled = steps.filter(({ id }) => run.answers.has(id)).length;
  const newer = plan.sopById.get(version.sopId)?.publishedVersion ?? version.number;
  const { step, index } = moves;
  useRunKeys(run, moves, !isOwn);

  async function finish(): Promise<void> {
    if (open) {
      moves.go(open.id);
      return;
    }
    setIsFinishing(true);
    const finished = await finishRun(run);
    setIsFinishing(false);
    if (!finished.ok) announceFailure(finished.error);
  }

  return (
    <Page
      title={version.title}
      subtitle={
        newer > version.number
          ? t('checklists.newer', { number: version.number, newer })
          : t('checklists.version', { number: version.number })
      }
      actions={
        isOwn && (
          <>
            <Button variant="quiet" onClick={() => setIsAbandoning(true)}>
              {t('checklists.abandon')}
            </Button>
            <Button
              ref={finishButton}
              variant={open ? 'secondary' : 'primary'}
              isBusy={isFinishing}
              onClick={() => void finish()}
            >
              {open ? t('checklists.nextOpen') : t('checklists.finish')}
            </Button>
          </>
        )
      }
    >
      <div className={css['progress']}>
        <ProgressBar
          label={t('checklists.progress', { settled, count: steps.length })}
          value={settled}
          max={steps.length}
        />
        <span role="status" className={css['saving']}>
          {moves.isSaving ? t('checklists.saving') : settled > 0 ? t('checklists.saved') : ''}
        </span>
      </div>
      <div className={css['run']}>
        <StepList steps={steps} run={run} currentId={step?.id ?? ''} onGo={moves.go} />
        {step && (
          <div className={css['main']}>
            <StepCard
              key={step.id}
              number={index + 1}
              step={step}
              answer={run.answers.get(step.id)}
              zone={zone}
              isReadOnly={!isOwn}
              onAnswer={(value) => void moves.answer(value)}
              onAnswerAndGoOn={(value) => void moves.answerAndGoOn(value)}
              onGoOn={() => moves.move(1)}
            />
            <RunKeys step={step} isLast={index === steps.length - 1} moves={moves} />
          </div>
        )}
      </div>
      {isAbandoning && <AbandonDialog run={run} onClose={() => setIsAbandoning(false)} />}
    </Page>
  );
}
