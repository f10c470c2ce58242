import type { Deliverable } from '#shared/deliverables/deliverable';
import { pathOf, shownOn } from '#shared/sops/path';
import { withSignatures } from '#shared/sops/sign-off';
import { memberAudience } from '#shared/stream/change';
import { AnswerValue } from '../../app/parts/runs/answer-value.tsx';
import { signOffsOfRun } from '../../data/asked.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { readRun } from '../../data/runs.ts';
import { sopVersion } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import css from './quality.module.css';
import reviewCss from './review.module.css';

interface RunRecordProps {
  readonly plan: Plan;
  readonly work: Deliverable;
}

/** How it was made: every answer of its checklist, files as they look. */
export function RunRecord({ plan, work: { memberId, runId } }: RunRecordProps) {
  const record = useLive(async () => await readRecord(memberId, runId), [memberId, runId]);
  if (record === undefined) return null;
  if (record === null) return <p className={css['muted']}>{t('quality.review.noEvidence')}</p>;
  return (
    <section className={reviewCss['section']}>
      <header className={reviewCss['runHead']}>
        <h3 className={css['sectionTitle']}>{record.title}</h3>
        <Button size="sm" variant="quiet" onClick={() => go('run', { runId })}>
          {t('quality.review.openRun')}
        </Button>
      </header>
      <ol className={reviewCss['answers']}>
        {record.path.map(({ step, answer }) => (
          <li key={step.id} className={reviewCss['answer']}>
            <span className={css['muted']}>{step.title}</span>
            <span className={reviewCss['answerValue']}>
              <AnswerValue plan={plan} step={step} answer={answer} memberId={memberId} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Null where there is no checklist, or it has not arrived. */
async function readRecord(memberId: string, runId: string) {
  const run = runId === '' ? undefined : await readRun(memberAudience(memberId), runId);
  if (!run) return null;
  const [version, signOffs] = await Promise.all([sopVersion(run.versionId), signOffsOfRun(run)]);
  if (!version) return null;
  const answers = withSignatures(run.answers, signOffs, version.steps);
  return { title: version.title, path: shownOn(pathOf(version.steps, answers)) };
}
