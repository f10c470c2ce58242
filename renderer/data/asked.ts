import type { HandOver } from '#shared/sops/hand-over';
import { handOverFrom } from '#shared/sops/hand-over';
import type { SignOff } from '#shared/sops/sign-off';
import { signOffFrom, signOffId } from '#shared/sops/sign-off';
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

/** The signatures asked for in a run, by step. */
export async function signOffsOf(
  memberId: string,
  runId: string,
): Promise<ReadonlyMap<string, SignOff>> {
  const start = recordKey('team', 'signOff', signOffId(memberId, runId, ''));
  const rows = await currentProjection().signOffs.where('key').startsWith(start).toArray();
  return new Map(
    rows
      .map(signOffFrom)
      .filter(({ isDeleted }) => !isDeleted)
      .map((signOff) => [signOff.stepId, signOff]),
  );
}

/** Runs that colleagues offer a member; longest waiting first. */
export async function handOversTo(memberId: string): Promise<HandOver[]> {
  const rows = await currentProjection().handOvers.where('openFor').equals(memberId).toArray();
  return rows.map(handOverFrom).toSorted((a, b) => a.atMs - b.atMs);
}

/** What a member offered to colleagues, answered or not; latest first. */
export async function handOversFrom(memberId: string): Promise<HandOver[]> {
  const start = recordKey('team', 'handOver', `${memberId}.`);
  const rows = await currentProjection().handOvers.where('key').startsWith(start).toArray();
  return rows
    .map(handOverFrom)
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((a, b) => b.atMs - a.atMs);
}
