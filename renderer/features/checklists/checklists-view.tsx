import { ListChecks } from 'lucide-react';
import type { Member } from '#shared/plan/member';
import type { Sop } from '#shared/sops/sop';
import { versionId } from '#shared/sops/sop';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { sopVersion } from '../../data/sops.ts';
import { formatAgo, formatDuration, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { startRun } from '../../services/runs.ts';
import { workerOf } from '../../services/worker.ts';
import { go } from '../../state/route.ts';
import { useNow } from '../../state/use-now.ts';
import { useSession } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './checklists-view.module.css';
import { groupedSops } from './grouped-sops.ts';
import type { Checklists, RunLine } from './use-checklists.ts';
import { useChecklists } from './use-checklists.ts';

/** Checklists under way, those that can be begun, and what was finished today. */
export function ChecklistsView() {
  const plan = usePlan();
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const member = plan?.memberById.get(memberId);
  const checklists = useChecklists(member, nowMs);
  if (!plan || !member || !checklists) return <LoadingState />;
  return <LoadedChecklists plan={plan} member={member} nowMs={nowMs} checklists={checklists} />;
}

interface LoadedProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
  readonly checklists: Checklists;
}

function LoadedChecklists({ plan, member, nowMs, checklists: { open, ended } }: LoadedProps) {
  const groups = groupedSops(plan, member.id);
  const isEmpty = open.length === 0 && ended.length === 0 && groups.length === 0;
  return (
    <Page title={t('checklists.title')} width="reading">
      {isEmpty && (
        <EmptyState
          icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
          title={t('checklists.none')}
          text={t('checklists.noneText')}
        />
      )}
      {open.length > 0 && (
        <Panel title={t('checklists.open')}>
          <ul>
            {open.map((line) => (
              <OpenLine key={line.run.id} line={line} nowMs={nowMs} />
            ))}
          </ul>
        </Panel>
      )}
      {groups.map(({ key, name, sops }) => (
        <Panel key={key} title={name || t('checklists.anyOutcome')}>
          <ul>
            {sops.map((sop) => (
              <SopLine key={sop.id} sop={sop} plan={plan} member={member} />
            ))}
          </ul>
        </Panel>
      ))}
      {ended.length > 0 && (
        <Panel title={t('checklists.endedToday')}>
          <ul>
            {ended.map((line) => (
              <EndedLine key={line.run.id} line={line} zone={member.timeZone} />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

function OpenLine({ line, nowMs }: { readonly line: RunLine; readonly nowMs: number }) {
  const { run, title, settledCount, stepCount } = line;
  return (
    <li className={css['line']}>
      <span className={css['title']}>{title}</span>
      <span className={css['hint']}>
        {t('checklists.progress', { settled: settledCount, count: stepCount })},{' '}
        {formatAgo(run.startedAtMs, nowMs)}
      </span>
      <SaveMark of={run} />
      <Button size="sm" variant="primary" onClick={() => go('run', { runId: run.id })}>
        {t('checklists.resume')}
      </Button>
    </li>
  );
}

interface SopLineProps {
  readonly sop: Sop;
  readonly plan: Plan;
  readonly member: Member;
}

function SopLine({ sop, plan, member }: SopLineProps) {
  async function start(): Promise<void> {
    const version = await sopVersion(versionId(sop.id, sop.publishedVersion));
    if (!version) return;
    const worker = workerOf(plan, member);
    const started = await startRun(worker, version, sop.outcomeId);
    if (started.ok) go('run', { runId: started.value.runId });
    else announceFailure(started.error);
  }
  return (
    <li className={css['line']}>
      <span className={css['what']}>
        <span className={css['title']}>{sop.title}</span>
        {sop.purpose !== '' && <span className={css['purpose']}>{sop.purpose}</span>}
      </span>
      <span className={css['hint']}>
        {t('checklists.version', { number: sop.publishedVersion })}
      </span>
      <Button
        size="sm"
        aria-label={t('checklists.startRun', { title: sop.title })}
        onClick={() => void start()}
      >
        {t('checklists.start')}
      </Button>
    </li>
  );
}

function EndedLine({ line, zone }: { readonly line: RunLine; readonly zone: string }) {
  const { run, title } = line;
  const endedAtMs = run.finishedAtMs ?? run.abandonedAtMs ?? run.startedAtMs;
  return (
    <li className={css['line']}>
      <span className={css['title']}>{title}</span>
      {run.finishedAtMs === null && <Badge tone="warn">{t('checklists.wasAbandoned')}</Badge>}
      <span className={css['hint']}>
        {formatTime(endedAtMs, zone)}, {formatDuration(Math.max(0, endedAtMs - run.startedAtMs))}
      </span>
      <SaveMark of={run} />
      <Button size="sm" variant="quiet" onClick={() => go('run', { runId: run.id })}>
        {t('checklists.look')}
      </Button>
    </li>
  );
}
