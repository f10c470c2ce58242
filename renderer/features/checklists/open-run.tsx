import { useMemo, useState } from 'react';
import { isOpen } from '#shared/deliverables/deliverable';
import type { Answers } from '#shared/sops/answer';
import { runProgress } from '#shared/sops/run-standing';
import { openHold } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { Hint } from '../../app/hints/hint.tsx';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import { readEntry } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { announceFailure } from '../../services/announce.ts';
import { goOnWithRun, pauseRun } from '../../services/run-holds.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { FinishCard } from './finish-card.tsx';
import { HoldNote } from './hold-note.tsx';
import { NewerVersion } from './migrate/newer-version.tsx';
import { RunActions } from './run-actions.tsx';
import type { Asking } from './run-dialogs.tsx';
import { RunDialogs } from './run-dialogs.tsx';
import { RunKeys } from './run-keys.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunSubtitle } from './run-subtitle.tsx';
import css from './run-view.module.css';
import type { RunProps } from './run-view.tsx';
import { StepCard } from './step-card.tsx';
import { StepList } from './step-list.tsx';
import { SuggestButton } from './suggest/suggest-button.tsx';
import { HandedNote } from './teamwork/handed-note.tsx';
import { RunStory } from './teamwork/run-story.tsx';
import { RunTrail } from './teamwork/run-trail.tsx';
import { useRunKeys } from './use-run-keys.ts';
import { useCompleteAnswers } from './use-run-path.ts';
import { END, useRunSteps } from './use-run.ts';

/** A run being worked through, step by step. */
export function OpenRun(props: RunProps) {
  const complete = useCompleteAnswers(props.run, props.version.steps);
  return complete ? <WorkedRun {...props} complete={complete} /> : <LoadingState />;
}

interface WorkedRunProps extends RunProps {
  readonly complete: (answers: Answers) => Answers;
}

function WorkedRun({ plan, run, version, zone, isOwn, complete }: WorkedRunProps) {
  const moves = useRunSteps(run, version.steps, complete);
  const [asking, setAsking] = useState<Asking>(null);
  const { deliverableId, memberId } = run;
  const read = useLive(
    async () => ({ work: await workOf(memberId, deliverableId) }),
    [memberId, deliverableId],
  );
  const work = read?.work ?? null;
  const hold = openHold(run);
  const title = useSopWords().title(version);
  const { at, shown, path, answers } = moves;
  // What is asked of others at a step says what stands on the screen, saved a moment ago or not.
  const answered = useMemo(() => ({ ...run, answers }), [run, answers]);

  async function toggleHold(): Promise<void> {
    const changed = await (hold ? goOnWithRun(run, work) : pauseRun(run));
    if (!changed.ok) announceFailure(changed.error);
  }

  const acts = {
    onHold: () => void toggleHold(),
    onBlock: () => setAsking('block'),
    onAbandon: () => setAsking('abandon'),
    onHandOver: () => setAsking('handOver'),
  };
  useRunKeys({ moves, isOwn, isHeld: hold !== null, ...acts });

  return (
    <Page
      title={title}
      subtitle={<RunSubtitle version={version} />}
      actions={
        isOwn && (
          <>
            <SuggestButton hasKey version={version} stepId={at?.step.id ?? ''} runId={run.id} />
            <RunActions run={run} moves={moves} isHeld={hold !== null} {...acts} />
          </>
        )
      }
    >
      <RunTrail plan={plan} run={run} title={title} />
      {isOwn && <NewerVersion plan={plan} run={run} version={version} />}
      <HandedNote plan={plan} run={run} zone={zone} isOwn={isOwn} />
      <RunStory plan={plan} run={run} zone={zone} />
      <RunProgress {...runProgress(path)} moves={moves} />
      {hold && (
        <HoldNote
          key={hold.id}
          hold={hold}
          plan={plan}
          zone={zone}
          isOwn={isOwn}
          onGoOn={acts.onHold}
        />
      )}
      <div className={css['run']}>
        <StepList
          shown={shown}
          sections={version.sections}
          currentId={at?.step.id ?? END}
          onGo={moves.go}
        />
        <div className={css['main']}>
          {at ? (
            <StepCard
              key={at.step.id}
              number={moves.index + 1}
              plan={plan}
              run={answered}
              asked={at}
              zone={zone}
              isReadOnly={!isOwn || hold !== null}
              unsaved={moves.unsaved.get(at.step.id)}
              onSay={moves.say}
              onSayAndGoOn={moves.sayAndGoOn}
              onSkip={moves.skip}
              onGoOn={() => moves.move(1)}
            />
          ) : (
            read && (
              <FinishCard
                plan={plan}
                run={run}
                work={work}
                moves={moves}
                isReadOnly={!isOwn || hold !== null}
              />
            )
          )}
          {isOwn && hold === null && <Hint name="run" />}
          <RunKeys moves={moves} isReadOnly={!isOwn || hold !== null} />
        </div>
      </div>
      <RunDialogs
        asking={asking}
        plan={plan}
        run={run}
        work={work}
        onClose={() => setAsking(null)}
      />
    </Page>
  );
}

/** The piece of work that a run is made for, where it is still to be done. */
async function workOf(memberId: string, deliverableId: string) {
  if (deliverableId === '') return null;
  const entry = await readEntry(memberAudience(memberId), deliverableId);
  return entry && isOpen(entry) ? entry : null;
}
