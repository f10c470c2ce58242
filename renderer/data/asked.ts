import type { HandOver, RunRef } from '#shared/sops/hand-over';
import { HAND_OVER_TYPE, handOverFrom, handOverOfRun, wholeTrail } from '#shared/sops/hand-over';
import type { Run } from '#shared/sops/run';
import type { SignOff } from '#shared/sops/sign-off';
import { SIGN_OFF_TYPE, isSigned, signOffFrom, signOffId } from '#shared/sops/sign-off';
import { currentProjection } from './current.ts';
import { recordKey } from './record-key.ts';
import { ANYONE } from './stored.ts';

/** Signatures that a member is asked for, by name or as any colleague; longest waiting first. */
export async function signOffsAskedOf(memberId: string): Promise<SignOff[]> {
  const rows = await currentProjection()
    .signOffs.where('openFor')
    .anyOf([memberId, ANYONE])
    .toArray();
  return rows
    .map(signOffFrom)
    .filter((asked) => asked.memberId !== memberId)
    .toSorted((a, b) => a.askedAtMs - b.askedAtMs);
}

/**
 * The signatures asked for in a run, by step: its own, and those that colleagues asked for before they
 * handed it over, unless its member gave them: nobody signs for themselves.
 */
export async function signOffsOfRun(
  run: Pick<Run, 'id' | 'memberId' | 'fromMemberId' | 'fromRunId'>,
): Promise<ReadonlyMap<string, SignOff>> {
  // Asked of the database at once: a live query follows nothing that is read after another kind of wait.
  const [own, handOver] = await Promise.all([
    signOffsOf(run.memberId, run.id),
    readHandOver(handOverOfRun(run) ?? ''),
  ]);
  const byStep = new Map<string, SignOff>();
  const before = handOver ? wholeTrail(handOver) : [];
  for (const signOffs of await Promise.all(
    before.map(({ memberId, runId }) => signOffsOf(memberId, runId)),
  )) {
    for (const [stepId, signOff] of signOffs) {
      const isByOther = signOff.signature?.byId !== run.memberId;
      if (isSigned(signOff) && isByOther) byStep.set(stepId, signOff);
    }
  }
  for (const [stepId, signOff] of own) byStep.set(stepId, signOff);
  return byStep;
}

/** What a member asked others to sign in a run, by step; what was withdrawn in time is left out. */
export async function signOffsOf(
  memberId: string,
  runId: string,
): Promise<ReadonlyMap<string, SignOff>> {
  const start = recordKey('team', SIGN_OFF_TYPE, signOffId(memberId, runId, ''));
  const rows = await currentProjection().signOffs.where('key').startsWith(start).toArray();
  return new Map(
    rows
      .map(signOffFrom)
      .filter((asked) => asked.askedAtMs > 0 && (!asked.isDeleted || isSigned(asked)))
      .map((asked) => [asked.stepId, asked]),
  );
}

export async function readSignOff(id: string): Promise<SignOff | undefined> {
  const row = await currentProjection().signOffs.get(recordKey('team', SIGN_OFF_TYPE, id));
  return row && signOffFrom(row);
}

/** Runs that colleagues offer a member; longest waiting first. */
export async function handOversTo(memberId: string): Promise<HandOver[]> {
  const rows = await currentProjection().handOvers.where('openFor').equals(memberId).toArray();
  return rows.map(handOverFrom).toSorted((a, b) => a.atMs - b.atMs);
}

/** What a member offered to colleagues, answered or not; latest first. */
export async function handOversFrom(memberId: string): Promise<HandOver[]> {
  return await handOversWhere(`${memberId}.`);
}

/** How often a run was handed on, and what became of it; latest first. */
export async function handOversOfRun({ memberId, runId }: RunRef): Promise<HandOver[]> {
  return await handOversWhere(`${memberId}.${runId}.`);
}

export async function readHandOver(id: string): Promise<HandOver | undefined> {
  const row = await currentProjection().handOvers.get(recordKey('team', HAND_OVER_TYPE, id));
  return row && handOverFrom(row);
}

async function handOversWhere(idStart: string): Promise<HandOver[]> {
  const start = recordKey('team', HAND_OVER_TYPE, idStart);
  const rows = await currentProjection().handOvers.where('key').startsWith(start).toArray();
  return rows
    .map(handOverFrom)
    .toSorted((a, b) => b.atMs - a.atMs || Number(a.isDeleted) - Number(b.isDeleted));
}
