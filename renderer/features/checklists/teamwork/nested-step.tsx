import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DEEPEST_RUN } from '#shared/sops/nested-run';
import { isAnswered } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { useLive } from '../../../data/live.ts';
import { childRunsOf, parentsOf, ringOf } from '../../../data/nested-runs.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { startNested } from '../../../services/nested-runs.ts';
import { workerOf } from '../../../services/worker.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import css from './teamwork.module.css';

export interface NestedStepProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly step: Step;
  /** IANA zone of whose run it is. */
  readonly zone: string;
  readonly isReadOnly: boolean;
}

/** A step that is done by running another procedure: begun from here, gone into, and done with its end. */
export function NestedStep({ plan, run, step, zone, isReadOnly }: NestedStepProps) {
  const read = useLive(() => partsOf(run, step), [run.memberId, run.id, step.id, step.sopId]);
  if (!read) return null;
  const { children, ring, isCircular } = read;
  const title = plan.sopById.get(step.sopId)?.title ?? '';
  const answer = run.answers.get(step.id);
  const done = isAnswered(answer) ? answer : null;
  // What a colleague ran before they handed this over lies in their log.
  const child = children.find(({ id }) => id === done?.value);
  const open = children.find(isRunOpen);
  const ended = children.find(({ abandonedAtMs }) => abandonedAtMs !== null);
  const shared = { plan, run, step, title, zone, isReadOnly };
  if (title === '') {
    return (
      <Callout tone="warn" title={t('teamwork.nested.missing')}>
        {t('teamwork.nested.missingText')}
      </Callout>
    );
  }
  return (
    <div className={css['stack']}>
      {(ring ?? isCircular) && (
        <Callout tone="warn" title={t('teamwork.nested.ring')}>
          {t('teamwork.nested.ringText', {
            ring: ringWords(plan, ring ?? [run.sopId, step.sopId]),
          })}
        </Callout>
      )}
      {done && (
        <p className={css['signed']}>
          <Check size={16} aria-hidden />
          {t('teamwork.nested.done', {
            title,
            time: formatWeekdayTime(done.atMs, zone),
          })}
          {child && <GoIn run={child} label={t('teamwork.nested.look')} />}
        </p>
      )}
      {!done && ended && !open && (
        <p className={css['hint']}>
          {t('teamwork.nested.abandoned', {
            time: formatWeekdayTime(ended.abandonedAtMs ?? 0, zone),
            reason: ended.abandonReason,
          })}{' '}
          <GoIn run={ended} label={t('teamwork.nested.look')} />
        </p>
      )}
      {open && !done && <p className={css['hint']}>{t('teamwork.nested.open', { title })}</p>}
      {!done && (open || !isCircular) && (
        <Enter {...shared} open={open} hasEnded={ended !== undefined} />
      )}
    </div>
  );
}

interface EnterProps extends NestedStepProps {
  readonly title: string;
  readonly open: Run | undefined;
  readonly hasEnded: boolean;
}

/** Takes the focus with the step: what there is to do here is to go in. */
function Enter({ plan, run, step, title, isReadOnly, open, hasEnded }: EnterProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const [isStarting, setIsStarting] = useState(false);
  const member = plan.memberById.get(run.memberId);
  if (isReadOnly || !member)
    return open ? <GoIn run={open} label={t('teamwork.nested.look')} /> : null;

  async function enter(): Promise<void> {
    if (!member || isStarting) return;
    setIsStarting(true);
    const started = await startNested(workerOf(plan, member), run, step);
    setIsStarting(false);
    if (started.ok) go('run', { runId: started.value.runId });
    else announceFailure(started.error);
  }

  const label = open
    ? 'teamwork.nested.goOn'
    : hasEnded
      ? 'teamwork.nested.again'
      : 'teamwork.nested.start';
  return (
    <Button
      ref={button}
      variant="primary"
      shortcut="↵"
      isBusy={isStarting}
      onClick={() => void enter()}
    >
      {t(label, { title })}
    </Button>
  );
}

function GoIn({ run, label }: { readonly run: Run; readonly label: string }) {
  return (
    <Button
      variant="quiet"
      size="sm"
      onClick={() => go('run', { runId: run.id, memberId: run.memberId })}
    >
      {label}
    </Button>
  );
}

const ringWords = (plan: Plan, ring: readonly string[]): string =>
  ring.map((id) => plan.sopById.get(id)?.title || t('teamwork.untitled')).join(' → ');

async function partsOf(run: Run, step: Step) {
  const [children, parents, ring] = await Promise.all([
    childRunsOf(run, step),
    parentsOf(run),
    step.sopId === '' ? null : ringOf(step.sopId),
  ]);
  const above = [...parents.map((parent) => parent.run.sopId), run.sopId];
  const isCircular = above.includes(step.sopId) || above.length >= DEEPEST_RUN;
  return { children, ring, isCircular };
}
