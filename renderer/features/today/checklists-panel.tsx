import { ListChecks } from 'lucide-react';
import { AGENDA_PARTS } from '#shared/deliverables/agenda';
import type { Sop } from '#shared/sops/sop';
import { useMissedLately } from '../../app/parts/runs/use-missed-lately.ts';
import { useNewsFirst } from '../../app/parts/sop-news/use-news-first.tsx';
import type { RunLine } from '../../app/parts/runs/run-lines.ts';
import { byUrgency, lineTitle, openRunLines } from '../../app/parts/runs/run-lines.ts';
import { RunStateBadge, runReason } from '../../app/parts/runs/run-state.tsx';
import { useLive } from '../../data/live.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { startSop } from '../../services/start-run.ts';
import type { Worker } from '../../services/worker.ts';
import { workerOf } from '../../services/worker.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './checklists-panel.module.css';
import type { Today } from './use-today.ts';

/** Checklists under way, to go on with, and those that can be begun. */
export function ChecklistsPanel({ today }: { readonly today: Today }) {
  const { plan, member, nowMs } = today;
  const runs = useLive(() => openRunLines(member.id), [member.id]) ?? [];
  const own = new Set(today.output.map(({ outcome }) => outcome.id));
  const sops = dueFirst(
    plan.sops.filter(
      ({ publishedVersion, isArchived, outcomeId }) =>
        publishedVersion > 0 && !isArchived && (outcomeId === '' || own.has(outcomeId)),
    ),
    today,
  );
  const news = useNewsFirst(plan);
  const missed = useMissedLately(member.id, today.day).filter(
    ({ missedReason }) => missedReason !== 'skipped',
  );
  if (runs.length + sops.length + missed.length === 0) return null;

  async function start(sopId: string): Promise<void> {
    const sop = plan.sopById.get(sopId);
    if (!sop) return;
    const worker = workerOf(plan, member);
    await news.begin(worker, sopId, () => void startNow(worker, sop));
  }

  return (
    <Panel
      title={t('today.checklists')}
      actions={
        <Button variant="quiet" size="sm" onClick={() => go('checklists')}>
          {t('today.all')}
        </Button>
      }
    >
      <ul>
        {byUrgency(runs, nowMs).map((line) => (
          <RunRow key={line.run.id} line={line} today={today} />
        ))}
        {sops.slice(0, SHOWN).map(({ sop, waitingCount }) => (
          <li key={sop.id} className={css['row']}>
            <ListChecks size={15} strokeWidth={1.75} aria-hidden className={css['icon']} />
            <span className={css['title']}>{sop.title}</span>
            <span className={css['hint']}>
              {[
                plan.outcomeById.get(sop.outcomeId)?.name,
                waitingCount > 0 && t('today.waitingWork', { count: waitingCount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button
              variant="quiet"
              size="sm"
              aria-label={t('today.startRun', { title: sop.title })}
              onClick={() => void start(sop.id)}
            >
              {t('today.begin')}
            </Button>
          </li>
        ))}
      </ul>
      {missed.length > 0 && (
        <p className={css['missed']}>
          {t('today.missed', { count: missed.length })}
          <Button variant="quiet" size="sm" onClick={() => go('checklists')}>
            {t('today.seeMissed')}
          </Button>
        </p>
      )}
      {news.dialog}
    </Panel>
  );
}

async function startNow(worker: Worker, sop: Sop): Promise<void> {
  const started = await startSop(worker, sop);
  if (started.ok) go('run', { runId: started.value.runId });
  else announceFailure(started.error);
}

const SHOWN = 5;

interface DueSop {
  readonly sop: Sop;
  /** Pieces of its outcome's open work that wait for nobody. */
  readonly waitingCount: number;
}

/** Procedures in the order in which the work of their outcomes matters; those without work last. */
function dueFirst(sops: readonly Sop[], { agenda }: Today): readonly DueSop[] {
  const work = AGENDA_PARTS.filter((part) => part !== 'blocked' && part !== 'waiting').flatMap(
    (part) => agenda[part],
  );
  const placeOf = (sop: Sop): number => {
    const at = work.findIndex((item) => item.work.outcomeId === sop.outcomeId);
    return at < 0 ? work.length : at;
  };
  return sops
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((sop) => ({
      sop,
      waitingCount: work.filter((item) => item.work.outcomeId === sop.outcomeId).length,
    }));
}

interface RunRowProps {
  readonly line: RunLine;
  readonly today: Today;
}

/** A checklist to go on with, or one that a schedule asks for. */
function RunRow({ line, today: { plan, member, nowMs } }: RunRowProps) {
  const { run, settledCount, stepCount } = line;
  const standing = line.standingAt(nowMs);
  const title = lineTitle(line, plan);
  const isDue = standing.state === 'due';
  const isPlain = standing.state === 'underWay';
  const forName = plan.memberById.get(run.standInForId ?? '')?.name;
  return (
    <li className={css['row']} data-open>
      <ListChecks size={15} strokeWidth={1.75} aria-hidden className={css['icon']} />
      <span className={css['title']} data-tooltip={runReason(standing, run) || undefined}>
        {title}
      </span>
      <span className={css['hint']}>
        {forName && `${t('today.forMember', { name: forName })} · `}
        {isPlain ? (
          `${t('today.steps', { settled: settledCount, steps: stepCount })}, ${formatAgo(run.startedAtMs, nowMs)}`
        ) : (
          <RunStateBadge standing={standing} plan={plan} zone={member.timeZone} nowMs={nowMs} />
        )}
      </span>
      <Button
        size="sm"
        aria-label={t(isDue ? 'today.startRun' : 'checklists.goOnWith', { title })}
        onClick={() => go('run', { runId: run.id })}
      >
        {t(isDue ? 'today.begin' : 'today.resume')}
      </Button>
    </li>
  );
}
