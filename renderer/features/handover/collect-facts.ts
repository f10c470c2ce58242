import { instructionState } from '#shared/cadence/instruction';
import type { HandOverFacts, HandedOutcome, HandedWork } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import { openBlock, stageOf } from '#shared/deliverables/deliverable';
import type { SyncPeers } from '#shared/sync-report';
import { handOversFrom } from '../../data/asked.ts';
import { openEntries } from '../../data/deliverables.ts';
import type { Entry } from '../../data/deliverables.ts';
import { handOverNotesOf } from '../../data/hand-overs.ts';
import { instructionsTo } from '../../data/instructions.ts';
import type { Plan } from '../../data/plan.ts';
import { openRecurrences } from '../../data/recurrences.ts';
import { recurrenceText } from '../../app/parts/assign/rule-words.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { GENERAL_NOTE } from '#shared/handover/hand-over-note';
import { collectBlockers } from './collect-blockers.ts';
import { collectRuns } from './collect-runs.ts';
import { collectSops } from './collect-sops.ts';
import { workHistory } from './work-history.ts';

interface Collecting {
  readonly plan: Plan;
  readonly member: Member;
  readonly byName: string;
  readonly nowMs: number;
  readonly peers: SyncPeers | null;
}

/** Everything about a member's place, as this computer knows it now. */
export async function collectFacts({
  plan,
  member,
  byName,
  nowMs,
  peers,
}: Collecting): Promise<HandOverFacts> {
  const [allWork, recurrences, instructions, notes, offers] = await Promise.all([
    openEntries(),
    openRecurrences(member.id),
    instructionsTo(member.id),
    handOverNotesOf(member.id),
    handOversFrom(member.id),
  ]);
  const own = allWork.filter((work) => work.memberId === member.id && !work.isMoved);
  const runs = await collectRuns(plan, member, offers);
  const { name, title, place, timeZone } = member;
  const outcomes = outcomesOf(plan, member);
  return {
    v: 1,
    workspaceName: plan.workspace?.name ?? '',
    member: { id: member.id, name, title, place, timeZone },
    madeAtMs: nowMs,
    byName,
    outcomes,
    work: own.map((work) => handedWork(plan, work)),
    runs,
    sops: await collectSops(plan, member, nowMs),
    blockers: collectBlockers(plan, member, allWork),
    contacts: contactsOf(plan, member, own, outcomes),
    notes: [...notes.values()].map(({ outcomeId, text, byId, atMs }) => ({
      outcomeId,
      about:
        outcomeId === GENERAL_NOTE
          ? t('handover.notes.general')
          : (plan.outcomeById.get(outcomeId)?.name ?? ''),
      text,
      byName: plan.memberById.get(byId)?.name ?? '',
      atMs,
    })),
    recurring: recurrences
      .filter(({ standInForId }) => standInForId === '')
      .map((each) => ({
        id: each.id,
        outcomeId: each.outcomeId,
        title: each.title || (plan.sopById.get(each.sopId)?.title ?? ''),
        rule: recurrenceText(each),
        isPaused: each.pausedAtMs !== null,
      })),
    instructions: instructions
      .filter((each) => instructionState(each) !== 'withdrawn')
      .map((each) => ({ text: each.text, isAgreed: instructionState(each) === 'agreed' })),
    logs: logsOf(plan, member, peers),
  };
}

function outcomesOf(plan: Plan, { id: memberId }: Member): readonly HandedOutcome[] {
  return plan.outcomes
    .filter(
      ({ isArchived, ownerId, memberIds }) =>
        !isArchived && (ownerId === memberId || memberIds.includes(memberId)),
    )
    .map(({ id, name, statement, ownerId, standInId, memberIds }) => ({
      id,
      name,
      statement,
      isOwner: ownerId === memberId,
      standIns: [...new Set([standInId, ...memberIds])]
        .filter((each) => each !== '' && each !== memberId)
        .flatMap((each) => plan.memberById.get(each)?.name ?? []),
    }));
}

function handedWork(plan: Plan, work: Entry): HandedWork {
  const outcome = plan.outcomeById.get(work.outcomeId);
  return {
    id: work.id,
    outcomeId: work.outcomeId,
    outcome: outcome?.name ?? '',
    title: workTitle(work, outcome?.unit ?? ''),
    client: work.client || (outcome?.client ?? ''),
    stage: stageOf(work),
    requestedAtMs: work.requestedAtMs,
    dueAtMs: work.dueAtMs,
    note: [work.note, openBlock(work)?.wanted].filter(Boolean).join(' · '),
    history: workHistory(work),
  };
}

/** Clients by what is done for them, and who gave out open work. */
function contactsOf(
  plan: Plan,
  { id: memberId }: Member,
  work: readonly Entry[],
  outcomes: readonly HandedOutcome[],
): HandOverFacts['contacts'] {
  const about = new Map<string, Set<string>>();
  const add = (name: string, what: string) => {
    if (name !== '') about.set(name, (about.get(name) ?? new Set()).add(what));
  };
  for (const { id, name } of outcomes) add(plan.outcomeById.get(id)?.client ?? '', name);
  for (const { client, assignedById, outcomeId } of work) {
    const name = plan.outcomeById.get(outcomeId)?.name ?? '';
    add(client, name);
    if (assignedById !== memberId) add(plan.memberById.get(assignedById)?.name ?? '', name);
  }
  return [...about].map(([name, what]) => ({ name, about: [...what].filter(Boolean).toSorted() }));
}

/** The devices of a member that is not on this computer, and how far their logs are known. */
function logsOf(
  plan: Plan,
  { id: memberId }: Member,
  peers: SyncPeers | null,
): HandOverFacts['logs'] {
  if (!peers) return [];
  const streams = peers.streams.filter((each) => each.memberId === memberId && !each.isOwn);
  const keyIds = [...new Set(streams.map(({ keyId }) => keyId))];
  return keyIds.map((keyId) => ({
    device: plan.devices.find((device) => device.keyId === keyId)?.name ?? '',
    heardAtMs: peers.devices.find((device) => device.keyId === keyId)?.heardAtMs ?? null,
    missingCount: streams
      .filter((each) => each.keyId === keyId)
      .flatMap(({ gaps }) => gaps)
      .reduce((sum, { firstMissing, lastMissing }) => sum + lastMissing - firstMissing + 1, 0),
  }));
}
