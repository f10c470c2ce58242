import type { IncomingMessage } from 'node:http';
import { tokenHash } from '../../identity/member-token.ts';
import { type Access, isSameSecret } from '../access/access.ts';
import type { AccessFold, Holder } from '../access/fold-access.ts';
import { type Answer, isAnswer, refuse } from './answer.ts';
import { bearerOf } from './bearer.ts';
import type { RequestLimits } from './limits.ts';
import type { Route } from './route.ts';

export interface Door {
  readonly access: Access;
  readonly setupSecret: string | null;
  readonly limits: RequestLimits;
}

/** Somebody who may come in; `leave` is called when their request is answered. */
export interface Admitted {
  /** SHA-256 of a member's token; null for those who need not be one. */
  readonly tokenHash: string | null;
  readonly leave: () => void;
}

export interface Member {
  readonly holder: Holder;
  readonly access: AccessFold;
}

/** Who asks, before anything that they bring is looked at. */
export async function admit(
  door: Door,
  { admits, name }: Route,
  workspace: string,
  request: IncomingMessage,
  address: string,
): Promise<Admitted | Answer> {
  const { limits } = door;
  if (admits === 'open') {
    const waitS = name === 'join-get' ? await limits.waitOfJoin(address) : null;
    return waitS === null ? STRANGER : tooMany(waitS);
  }
  const token = bearerOf(request);
  const entry =
    token === null
      ? refuse('unauthorized', 'Show who you are: Authorization: Bearer …')
      : await (admits === 'setup' ? admitSetup(door, token) : admitMember(door, workspace, token));
  if (!isAnswer(entry)) return entry;
  const waitS = entry.status === 401 ? await limits.waitOfStranger(address) : null;
  return waitS === null ? entry : tooMany(waitS);
}

const STRANGER: Admitted = { tokenHash: null, leave: () => undefined };

async function admitSetup({ setupSecret }: Door, token: string): Promise<Admitted | Answer> {
  return setupSecret !== null && isSameSecret(token, setupSecret)
    ? STRANGER
    : refuse('unauthorized', 'This is not the setup secret of this receiver.');
}

async function admitMember(
  { access, limits }: Door,
  workspace: string,
  token: string,
): Promise<Admitted | Answer> {
  // By its hash: how long the look-up takes says nothing of how much of a token was right.
  const hash = tokenHash(token);
  const member = await memberOf(access, workspace, hash);
  if (isAnswer(member)) return member;
  const waitS = await limits.waitOfToken(hash);
  if (waitS !== null) return tooMany(waitS);
  const leave = limits.begin(hash);
  return leave === null ? tooMany(1) : { tokenHash: hash, leave };
}

/** Whom a token stands for now. */
export async function memberOf(
  access: Access,
  workspace: string,
  hash: string,
): Promise<Member | Answer> {
  const fold = await access.of(workspace);
  const holder = fold?.standingOf(hash) ?? 'unknown';
  if (holder === 'revoked') return refuse('revoked', 'This invite was taken back.');
  // A workspace that is not served here and a wrong token look the same: ids cannot be tried out.
  return fold === null || holder === 'unknown'
    ? refuse('unauthorized', 'This token is not known here.')
    : { holder, access: fold };
}

export const tooMany = (waitS: number): Answer =>
  refuse('rate-limited', 'Too many requests: come again later.', {
    headers: { 'retry-after': String(waitS) },
  });
