import { useEffect, useState } from 'react';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import type { SyncPeers } from '#shared/sync-report';
import { bridge } from '../../bridge.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { useSessionOf } from '../../state/session.ts';
import { collectFacts } from './collect-facts.ts';

/** A member's place, live; undefined until it has been read. */
export function useFacts(plan: Plan, member: Member, nowMs: number): HandOverFacts | undefined {
  const { memberId, workspace } = useSessionOf('memberId', 'workspace');
  const [peers, setPeers] = useState<SyncPeers | null>(null);
  const workspaceId = workspace?.id;
  useEffect(() => {
    let isCurrent = true;
    if (workspaceId === undefined) return undefined;
    void (async () => {
      const read = await bridge.syncPeers({ workspace: workspaceId });
      if (isCurrent && read.ok) setPeers(read.value);
    })();
    return () => {
      isCurrent = false;
    };
  }, [workspaceId]);
  const byName = plan.memberById.get(memberId)?.name ?? '';
  return useLive(
    async () => await collectFacts({ plan, member, byName, nowMs, peers }),
    [plan, member, byName, nowMs, peers],
  );
}
