import { ListChecks } from 'lucide-react';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import { memberAudience } from '#shared/stream/change';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { readRun } from '../../data/runs.ts';
import { sopVersion } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';
import { go, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { EndedRun } from './ended-run.tsx';
import { OpenRun } from './open-run.tsx';

/** A run of a checklist: being worked through, or as it ended. */
export function RunView() {
  const { params } = useRoute();
  const memberId = useSession((session) => session.memberId);
  const plan = usePlan();
  const owner = params['memberId'] ?? memberId;
  const runId = params['runId'] ?? '';
  const found = useLive(() => readRunWithVersion(owner, runId), [owner, runId]);
  if (!plan || !found) return <LoadingState />;
  const { run, version } = found;
  if (!run || !version) return <NoRun />;
  return <ShownRun plan={plan} run={run} version={version} isOwn={run.memberId === memberId} />;
}

interface ShownRunProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
  readonly isOwn: boolean;
}

function ShownRun({ plan, run, version, isOwn }: ShownRunProps) {
  const zone = plan.memberById.get(run.memberId)?.timeZone ?? 'UTC';
  const shared = { plan, run, version, zone, isOwn };
  return isRunOpen(run) ? (
    <OpenRun key={run.id} {...shared} />
  ) : (
    <EndedRun key={run.id} {...shared} />
  );
}

async function readRunWithVersion(
  memberId: string,
  runId: string,
): Promise<{ readonly run: Run | null; readonly version: SopVersion | null }> {
  const run = runId === '' ? undefined : await readRun(memberAudience(memberId), runId);
  const version = run && (await sopVersion(run.versionId));
  return { run: run ?? null, version: version ?? null };
}

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
