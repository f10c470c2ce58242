import type { Answer } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { formatDateTime, formatDuration, formatNumber, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { resumeRun } from '../../services/runs.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LogOutput } from './log-output.tsx';
import type { RunProps } from './open-run.tsx';
import css from './run-view.module.css';

/** A run as it ended, with every answer; and where it was finished, its output to log. */
export function EndedRun({ plan, run, version, zone, isOwn }: RunProps) {
  const endedAtMs = run.finishedAtMs ?? run.abandonedAtMs ?? run.startedAtMs;
  const length = formatDuration(Math.max(0, endedAtMs - run.startedAtMs));
  const isFinished = run.finishedAtMs !== null;

  async function resume(): Promise<void> {
    const resumed = await resumeRun(run);
    if (!resumed.ok) announceFailure(resumed.error);
  }

  return (
    <Page
      title={version.title}
      subtitle={t('checklists.version', { number: version.number })}
      width="reading"
      actions={
        <>
          {isOwn && (
            <Button variant="quiet" onClick={() => void resume()}>
              {t('checklists.takeUp')}
            </Button>
          )}
          <Button onClick={() => go('checklists')}>{t('checklists.toAll')}</Button>
        </>
      }
    >
      <Callout
        tone={isFinished ? 'good' : 'warn'}
        title={
          isFinished ? t('checklists.finished', { length }) : t('checklists.abandoned', { length })
        }
      >
        {isFinished ? formatDateTime(endedAtMs, zone) : run.abandonReason}
      </Callout>
      {isFinished && isOwn && run.deliverableId === '' && <LogOutput plan={plan} run={run} />}
      {run.deliverableId !== '' && <p className={css['meta']}>{t('checklists.outputLogged')}</p>}
      <Panel title={t('checklists.answers')}>
        <ol className={css['answers']}>
          {version.steps.map((step) => (
            <AnswerRow key={step.id} step={step} answer={run.answers.get(step.id)} zone={zone} />
          ))}
        </ol>
      </Panel>
    </Page>
  );
}

interface AnswerRowProps {
  readonly step: Step;
  readonly answer: Answer | undefined;
  readonly zone: string;
}

function AnswerRow({ step, answer, zone }: AnswerRowProps) {
  return (
    <li className={css['answer']}>
      <span>{step.title}</span>
      <span className={css['answerValue']}>{answerText(answer)}</span>
      <span className={css['meta']}>{answer ? formatTime(answer.atMs, zone) : ''}</span>
    </li>
  );
}

function answerText(answer: Answer | undefined): string {
  if (!answer) return t('checklists.noAnswer');
  if (answer.isSkipped) return t('checklists.state.skipped');
  if (answer.value === true) return t('checklists.state.settled');
  if (typeof answer.value === 'number') return formatNumber(answer.value, 6);
  return typeof answer.value === 'string' && answer.value !== ''
    ? answer.value
    : t('checklists.noAnswer');
}
