import type { RunLine } from '../../app/parts/runs/run-lines.ts';
import { lineTitle } from '../../app/parts/runs/run-lines.ts';
import { RunStateBadge, runReason } from '../../app/parts/runs/run-state.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatAgo, formatDuration, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import css from './checklists-view.module.css';

interface LineProps {
  readonly line: RunLine;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
}

/** A run that can be gone on with: how far it is, and what it waits for. */
export function OpenLine({ line, plan, nowMs, zone }: LineProps) {
  const { run, settledCount, stepCount } = line;
  const standing = line.standingAt(nowMs);
  const title = lineTitle(line, plan);
  const reason = runReason(standing, run);
  const isDue = standing.state === 'due';
  const isStill = standing.state === 'waiting' || standing.state === 'blocked';
  return (
    <li className={css['line']}>
      <span className={css['what']}>
        <span className={css['title']}>{title}</span>
        {reason !== '' && <span className={css['purpose']}>{reason}</span>}
      </span>
      <RunStateBadge standing={standing} plan={plan} zone={zone} nowMs={nowMs} />
      {!isDue && (
        <span className={css['hint']}>
          {t('checklists.progress', { settled: settledCount, count: stepCount })},{' '}
          {formatAgo(run.startedAtMs, nowMs)}
        </span>
      )}
      <SaveMark of={run} />
      <Button
        size="sm"
        variant={isStill ? 'secondary' : 'primary'}
        aria-label={t(isDue ? 'checklists.startRun' : 'checklists.goOnWith', { title })}
        onClick={() => go('run', { runId: run.id })}
      >
        {t(isDue ? 'checklists.start' : 'checklists.resume')}
      </Button>
    </li>
  );
}

/** A run that ended today, and why where it was not finished. */
export function EndedLine({ line, plan, nowMs, zone }: LineProps) {
  const { run } = line;
  const standing = line.standingAt(nowMs);
  const endedAtMs =
    run.finishedAtMs ?? run.abandonedAtMs ?? run.handedAtMs ?? run.missedAtMs ?? run.startedAtMs;
  const reason = runReason(standing, run);
  return (
    <li className={css['line']}>
      <span className={css['what']}>
        <span className={css['title']}>{lineTitle(line, plan)}</span>
        {reason !== '' && <span className={css['purpose']}>{reason}</span>}
      </span>
      <RunStateBadge standing={standing} plan={plan} zone={zone} nowMs={nowMs} />
      <span className={css['hint']}>
        {[
          formatTime(endedAtMs, zone),
          run.startedAtMs > 0 && formatDuration(Math.max(0, endedAtMs - run.startedAtMs)),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <SaveMark of={run} />
      <Button size="sm" variant="quiet" onClick={() => go('run', { runId: run.id })}>
        {t('checklists.look')}
      </Button>
    </li>
  );
}
