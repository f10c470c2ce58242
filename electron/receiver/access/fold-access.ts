import { memberFrom } from '#shared/plan/member';
import { textOf } from '#shared/record-fields';
import { type Authority, isDeviceAccepted, refusalOf } from '#shared/stream/authority';
import { type Device, deviceFrom, inviteFrom } from '#shared/stream/device';
import { mergeChange, type RecordState } from '#shared/stream/merge';
import { isJoinProven } from '../../identity/join-proof.ts';
import type { AccessChange, ServedWorkspace } from '../receiver-store.ts';

/** Whom a token stands for. */
export interface Holder {
  readonly memberId: string;
  readonly isManager: boolean;
}

export type TokenStanding = Holder | 'unknown' | 'revoked';

/** More that somebody wrote as a manager, who is none yet, is not kept for the day they are. */
const MOST_EARLY = 10_000;

/**
 * Who may come in, read from the team's own logs in the order in which they arrived. A change whose
 * writer may not make it is not counted; one whose writer is not known yet, or no manager yet, waits for
 * news.
 */
export class AccessFold {
  readonly #served: ServedWorkspace;
  readonly #records = new Map<string, RecordState>();
  readonly #members = new Map<string, 'manager' | 'assistant'>();
  readonly #devices = new Map<string, Pick<Device, 'memberId' | 'inviteKey'>>();
  readonly #invites = new Map<string, { memberId: string; isRevoked: boolean }>();
  readonly #inviteByToken = new Map<string, string>();
  readonly #lastWordRevokes = new Map<string, boolean>();
  readonly #authority: Authority;
  #waiting: readonly AccessChange[] = [];
  /** What members wrote of the plan who are no managers, as far as was heard, by member. */
  readonly #early = new Map<string, AccessChange[]>();
  /** Of those what is to be judged again. */
  #heard: readonly AccessChange[] = [];

  constructor(served: ServedWorkspace) {
    this.#served = served;
    this.#authority = {
      founderKey: served.founderKey,
      members: this.#members,
      devices: this.#devices,
      invites: this.#invites,
    };
  }

  add(changes: readonly AccessChange[]): void {
    let untold = [...this.#waiting, ...changes];
    for (;;) {
      const left = untold.filter((each) => !this.#take(each));
      const heard = this.#heard;
      this.#heard = [];
      if (left.length === untold.length && heard.length === 0) break;
      untold = [...left, ...heard];
    }
    this.#waiting = untold;
  }

  /** @param hash SHA-256 of the token, in hex */
  standingOf(hash: string): TokenStanding {
    const { founderTokenHash, founderId } = this.#served;
    if (hash === founderTokenHash) return { memberId: founderId, isManager: true };
    const inviteKey = this.#inviteByToken.get(hash);
    const invite = inviteKey === undefined ? undefined : this.#invites.get(inviteKey);
    if (invite === undefined) return 'unknown';
    if (invite.isRevoked) return 'revoked';
    const { memberId } = invite;
    const isManager = memberId === founderId || this.#members.get(memberId) === 'manager';
    return { memberId, isManager };
  }

  isDeviceAccepted(keyId: string, memberId: string): boolean {
    if (keyId === this.#served.founderKey) return memberId === this.#served.founderId;
    return isDeviceAccepted(this.#authority, keyId, memberId);
  }

  /** Whether such an invite lets this member's devices in. */
  isInviteOpen(inviteKey: string, memberId: string): boolean {
    const invite = this.#invites.get(inviteKey);
    return invite?.memberId === memberId && !invite.isRevoked;
  }

  /** False where it cannot be judged yet. */
  #take(each: AccessChange): boolean {
    const { writer, change } = each;
    const reason = refusalOf(this.#authority, writer, 'team', change);
    if (reason === 'unknown-device') return false;
    if (reason === null) this.#merge(each);
    else if (reason === 'not-manager') this.#keepEarly(each);
    return true;
  }

  #keepEarly(each: AccessChange): void {
    const { memberId } = each.writer;
    const early = this.#early.get(memberId) ?? [];
    if (early.length < MOST_EARLY) early.push(each);
    this.#early.set(memberId, early);
  }

  #noteSeat(memberId: string, seat: 'manager' | 'assistant'): void {
    this.#members.set(memberId, seat);
    if (seat === 'assistant') return;
    this.#heard = [...this.#heard, ...(this.#early.get(memberId) ?? [])];
    this.#early.delete(memberId);
  }

  #merge({ writer, stream, change }: AccessChange): void {
    const key = `${change.type} ${change.id}`;
    const isNewDevice = change.type === 'device' && !this.#devices.has(change.id);
    if (isNewDevice && !this.#isProven(writer, change)) return;
    const state = mergeChange(this.#records.get(key), change, stream, 'team');
    this.#records.set(key, state);
    if (change.type === 'member') this.#noteSeat(change.id, memberFrom(state).seat);
    if (isNewDevice) {
      const { inviteKey } = deviceFrom(state);
      this.#devices.set(change.id, { memberId: writer.memberId, inviteKey });
    }
    if (change.type === 'invite') this.#noteInvite(state, change);
  }

  #isProven({ keyId, memberId }: AccessChange['writer'], { fields }: AccessChange['change']) {
    if (keyId === this.#served.founderKey) return true;
    const joining = { workspace: this.#served.workspace, memberId, keyId };
    return isJoinProven(textOf(fields, 'inviteKey'), textOf(fields, 'proof'), joining);
  }

  /**
   * The word that came last counts beside the one that is latest by the clocks: somebody whose invite is
   * taken away must not stand above that by having written with a clock in the future.
   */
  #noteInvite(state: RecordState, { id, fields }: AccessChange['change']): void {
    const { memberId, tokenHash, revokedAtMs } = inviteFrom(state);
    if ('revokedAtMs' in fields) this.#lastWordRevokes.set(id, fields['revokedAtMs'] !== null);
    const isRevoked = revokedAtMs !== null || this.#lastWordRevokes.get(id) === true;
    this.#invites.set(id, { memberId, isRevoked });
    if (tokenHash !== '') this.#inviteByToken.set(tokenHash, id);
  }
}
