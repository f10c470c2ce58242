import { ListChecks } from 'lucide-react';
import type { Run } from '#shared/sops/run';
import { isMissed, isRunOpen } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import { memberAudience } from '#shared/stream/change';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { SopWordsProvider } from '../../app/parts/sop-words/sop-words.tsx';
import { readRun } from '../../data/runs.ts';
import { sopVersion } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';
import { go, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { DueRun } from './due-run.tsx';
import { EndedRun } from './ended-run.tsx';
import { OpenRun } from './open-run.tsx';

/** A run of a checklist: to be begun, being worked through, or as it ended. */
export function RunView() {
  const { params } = useRoute();
  const memberId = useSession((session) => session.memberId);
  const plan = usePlan();
  const owner = params['memberId'] ?? memberId;
  const runId = params['runId'] ?? '';
  const found = useLive(async () => await readKnown(owner, runId), [owner, runId]);
  const versionId = found?.run?.versionId ?? '';
  // A version never changes: it is not read again with each answer.
  const held = useLive(async () => await readVersion(versionId), [versionId]);
  if (!plan || !found) return <LoadingState />;
  const { run } = found;
  if (!run) return <NoRun />;
  const isOwn = run.memberId === memberId;
  if (isMissed(run) || (isRunOpen(run) && run.startedAtMs === 0))
    return <DueRun plan={plan} run={run} isOwn={isOwn} />;
  if (held?.versionId !== versionId) return <LoadingState />;
  if (!held.version) return <NoRun />;
  return <ShownRun plan={plan} run={run} version={held.version} isOwn={isOwn} />;
}

export interface RunProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
  /** IANA zone of whoever runs it. */
  readonly zone: string;
  readonly isOwn: boolean;
}

function ShownRun({ plan, run, version, isOwn }: Omit<RunProps, 'zone'>) {
  const zone = plan.memberById.get(run.memberId)?.timeZone ?? 'UTC';
  const shared = { plan, run, version, zone, isOwn };
  return (
    <SopWordsProvider key={run.id} plan={plan} sopId={version.sopId}>
      {isRunOpen(run) ? <OpenRun {...shared} /> : <EndedRun {...shared} />}
    </SopWordsProvider>
  );
}

const readKnown = async (
  memberId: string,
  runId: string,
): Promise<{ readonly run: Run | null }> => ({
  run: (runId === '' ? undefined : await readRun(memberAudience(memberId), runId)) ?? null,
});

const readVersion = async (
  versionId: string,
): Promise<{ readonly versionId: string; readonly version: SopVersion | null }> => ({
  versionId,
  version: (versionId === '' ? undefined : await sopVersion(versionId)) ?? null,
});

function NoRun() {
  return (
    <EmptyState
      icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
      title={t('checklists.noRun')}
      text={t('checklists.noRunText')}
      action={<Button onClick={() => go('checklists')}>{t('checklists.toAll')}</Button>}
    />
  );
}
