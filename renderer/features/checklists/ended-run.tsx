import type { PathStep } from '#shared/sops/path';
import type { Hold, Run } from '#shared/sops/run';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { takeUpRun } from '../../services/runs.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AnswerRow } from './answer-row.tsx';
import { OtherAnswers } from './migrate/other-answers.tsx';
import css from './run-view.module.css';
import { RunSubtitle } from './run-subtitle.tsx';
import type { RunProps } from './run-view.tsx';
import { SuggestButton } from './suggest/suggest-button.tsx';
import { BackToParent } from './teamwork/back-to-parent.tsx';
import { HandedNote } from './teamwork/handed-note.tsx';
import { RunStory } from './teamwork/run-story.tsx';
import { RunTrail } from './teamwork/run-trail.tsx';
import { SignaturesPanel } from './teamwork/signatures-panel.tsx';
import { useRunPath } from './use-run-path.ts';

/** A run as it ended, with every answer. A finished one stays as it is for ever. */
export function EndedRun({ plan, run, version, zone, isOwn }: RunProps) {
  const path = useRunPath(run, version.steps);
  const title = useSopWords().title(version);
  const canTakeUp = isOwn && run.abandonedAtMs !== null && run.finishedAtMs === null;
  if (!path) return <LoadingState />;

  async function takeUp(): Promise<void> {
    const taken = await takeUpRun(run);
    if (!taken.ok) announceFailure(taken.error);
  }

  return (
    <Page
      title={title}
      subtitle={<RunSubtitle version={version} />}
      width="reading"
      actions={
        <>
          {isOwn && <SuggestButton hasKey version={version} stepId="" runId={run.id} />}
          <BackToParent plan={plan} run={run} />
          {canTakeUp && (
            <Button variant="quiet" onClick={() => void takeUp()}>
              {t('checklists.takeUp')}
            </Button>
          )}
          <Button onClick={() => go('checklists')}>{t('checklists.toAll')}</Button>
        </>
      }
    >
      <RunTrail plan={plan} run={run} title={title} />
      {run.handedAtMs === null ? (
        <EndNote run={run} zone={zone} />
      ) : (
        <HandedNote plan={plan} run={run} zone={zone} isOwn={isOwn} />
      )}
      <RunStory plan={plan} run={run} zone={zone} />
      {run.deliverableId !== '' && run.finishedAtMs !== null && (
        <p className={css['meta']}>{t('checklists.outputLogged')}</p>
      )}
      <Answers path={path} run={run} plan={plan} zone={zone} />
      <SignaturesPanel plan={plan} run={run} steps={version.steps} zone={zone} />
      <OtherAnswers plan={plan} run={run} version={version} zone={zone} />
      <Holds holds={run.holds} plan={plan} zone={zone} endedAtMs={endOf(run)} />
    </Page>
  );
}

const endOf = (run: Run): number =>
  run.finishedAtMs ?? run.abandonedAtMs ?? run.handedAtMs ?? run.startedAtMs;

interface EndNoteProps {
  readonly run: Run;
  readonly zone: string;
}

function EndNote({ run, zone }: EndNoteProps) {
  const endedAtMs = endOf(run);
  const at = formatDateTime(endedAtMs, zone);
  const length = formatDuration(Math.max(0, endedAtMs - run.startedAtMs));
  if (run.finishedAtMs !== null) {
    return (
      <Callout tone="good" title={t('checklists.finished', { length })}>
        {at}
      </Callout>
    );
  }
  return (
    <Callout tone="warn" title={t('checklists.abandoned', { length })}>
      {run.abandonReason}
    </Callout>
  );
}

interface AnswersProps {
  readonly run: Run;
  readonly path: readonly PathStep[];
  readonly plan: Plan;
  readonly zone: string;
}

/** What was asked, then what was answered at steps that later answers took out of the way. */
function Answers({ path, run, plan, zone }: AnswersProps) {
  const shown = path.filter(({ isShown }) => isShown);
  const kept = path.filter(({ isShown, answer }) => !isShown && answer !== undefined);
  return (
    <>
      <Panel title={t('checklists.answers')}>
        <ol className={css['answers']}>
          {shown.map((asked) => (
            <AnswerRow key={asked.step.id} asked={asked} run={run} plan={plan} zone={zone} />
          ))}
        </ol>
      </Panel>
      {kept.length > 0 && (
        <Panel title={t('checklists.notAskedAnyMore')}>
          <ol className={css['answers']}>
            {kept.map((asked) => (
              <AnswerRow key={asked.step.id} asked={asked} run={run} plan={plan} zone={zone} />
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

interface HoldsProps {
  readonly holds: readonly Hold[];
  readonly plan: Plan;
  readonly zone: string;
  readonly endedAtMs: number;
}

function Holds({ holds, plan, zone, endedAtMs }: HoldsProps) {
  if (holds.length === 0) return null;
  return (
    <Panel title={t('checklists.stoodStill')}>
      <ul className={css['answers']}>
        {holds.map((hold) => (
          <li key={hold.id} className={css['answer']}>
            <span>{formatDateTime(hold.fromMs, zone)}</span>
            <span className={css['answerValue']}>
              {hold.kind === 'paused'
                ? t('checklists.run.paused')
                : t('checklists.run.blockedOn', {
                    who: plan.memberById.get(hold.whoId)?.name ?? t(`log.blockedOn.${hold.on}`),
                  })}
              {hold.reason !== '' && ` · ${hold.reason}`}
            </span>
            <span className={css['meta']}>
              {formatDuration(Math.max(0, (hold.toMs ?? endedAtMs) - hold.fromMs))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
