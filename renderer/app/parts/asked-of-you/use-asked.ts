import type { HandOverPack } from '#shared/handover/hand-over-pack';
import type { HandOver, HandOverState } from '#shared/sops/hand-over';
import { handOverState } from '#shared/sops/hand-over';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { SignOff } from '#shared/sops/sign-off';
import { isSignOffOpen } from '#shared/sops/sign-off';
import type { SopVersion } from '#shared/sops/sop';
import { memberAudience } from '#shared/stream/change';
import { handOversFrom, handOversTo, signOffsAskedOf, signOffsOf } from '../../../data/asked.ts';
import { openPacksTo } from '../../../data/hand-overs.ts';
import { useLive } from '../../../data/live.ts';
import { openRuns, readRun } from '../../../data/runs.ts';
import { sopVersion } from '../../../data/sops.ts';

/** A signature, and the version in which its step stands; undefined while that has not arrived. */
export interface AskedSignOff {
  readonly signOff: SignOff;
  readonly version: SopVersion | undefined;
}

export interface AskedHandOver {
  readonly handOver: HandOver;
  readonly version: SopVersion | undefined;
}

/** What a member offered, with the run that stands still for it. */
export interface OwnHandOver extends AskedHandOver {
  readonly run: Run;
}

/** What colleagues wait for a member to do, and what the member waits for; longest waiting first. */
export interface Asked {
  readonly toSign: readonly AskedSignOff[];
  readonly toTake: readonly AskedHandOver[];
  /** What a manager gave the member of a colleague's, to be confirmed. */
  readonly packs: readonly HandOverPack[];
  /** Offers that were declined, and signatures that were refused: it is the member's turn again. */
  readonly declined: readonly OwnHandOver[];
  readonly refused: readonly AskedSignOff[];
  readonly offered: readonly OwnHandOver[];
  readonly unsigned: readonly AskedSignOff[];
}

export const useAsked = (memberId: string): Asked | undefined =>
  useLive(() => readAsked(memberId), [memberId]);

async function readAsked(memberId: string): Promise<Asked> {
  const [toSign, toTake, own, asked, packs] = await Promise.all([
    signOffsAskedOf(memberId),
    handOversTo(memberId),
    standingHandOvers(memberId),
    signOffsOfOpenRuns(memberId),
    openPacksTo(memberId),
  ]);
  const versions = await versionsFor([
    ...toSign,
    ...toTake,
    ...own.map(({ handOver }) => handOver),
    ...asked,
  ]);
  const signing = (signOffs: readonly SignOff[]): readonly AskedSignOff[] =>
    signOffs.map((signOff) => ({ signOff, version: versions.get(signOff.versionId) }));
  const offers = (state: HandOverState): readonly OwnHandOver[] =>
    own
      .filter(({ handOver }) => handOverState(handOver) === state)
      .map((offer) => ({ ...offer, version: versions.get(offer.handOver.versionId) }));
  return {
    toSign: signing(toSign),
    toTake: toTake.map((handOver) => ({ handOver, version: versions.get(handOver.versionId) })),
    packs,
    declined: offers('declined'),
    offered: offers('waiting'),
    refused: signing(asked.filter(({ signature }) => signature?.verdict === 'refused')),
    unsigned: signing(asked.filter(isSignOffOpen)),
  };
}

/** The latest offer of each run that stands still for it. */
async function standingHandOvers(
  memberId: string,
): Promise<readonly { readonly handOver: HandOver; readonly run: Run }[]> {
  const latest = new Map<string, HandOver>();
  for (const handOver of await handOversFrom(memberId)) {
    if (!latest.has(handOver.runId)) latest.set(handOver.runId, handOver);
  }
  const unsettled = [...latest.values()].filter((each) =>
    ['waiting', 'declined'].includes(handOverState(each)),
  );
  const runs = await Promise.all(
    unsettled.map(({ runId }) => readRun(memberAudience(memberId), runId)),
  );
  return unsettled
    .flatMap((handOver, at) => {
      const run = runs[at];
      return run && !isRunOpen(run) && run.handedAtMs !== null ? [{ handOver, run }] : [];
    })
    .toReversed();
}

async function signOffsOfOpenRuns(memberId: string): Promise<readonly SignOff[]> {
  const runs = await openRuns(memberId);
  const asked = await Promise.all(runs.map(({ id }) => signOffsOf(memberId, id)));
  return asked
    .flatMap((byStep) => [...byStep.values()])
    .toSorted((a, b) => a.askedAtMs - b.askedAtMs);
}

/** The versions that asked things name, each read once. */
async function versionsFor(
  asked: readonly { readonly versionId: string }[],
): Promise<ReadonlyMap<string, SopVersion | undefined>> {
  const ids = [...new Set(asked.map(({ versionId }) => versionId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await sopVersion(id)] as const)));
}
