import { memberFrom } from '#shared/plan/member';
import type { Authority, RefusalReason } from '#shared/stream/authority';
import { isDeviceAccepted, refusalOf } from '#shared/stream/authority';
import { parseHlc } from '#shared/stream/clock';
import { deviceFrom, inviteFrom } from '#shared/stream/device';
import type { Invite } from '#shared/stream/device';
import type { ChangeSource, MergedChange } from '../change-source.ts';
import { FormerManagers } from '#shared/stream/former-managers';
import type { Projection } from '../projection.ts';
import type { StoredRecord } from '../stored.ts';

/** Types whose changes can alter who may write what. */
const AUTHORITY_TYPES: ReadonlySet<string> = new Set(['member', 'invite', 'device']);

export const bearsOnAuthority = ({ type }: Pick<MergedChange, 'type'>): boolean =>
  AUTHORITY_TYPES.has(type);

/** Of these the rules ask who writes where, and nothing that a change says: nearly all that is ever read. */
const WRITERS_TYPES: ReadonlySet<string> = new Set(['deliverable', 'recurrence', 'checkIn']);

/** The change that begins a stream with its device's record: `Gate.admits` has noted what it says. */
export const isIntroduction = ({ type, seq }: MergedChange): boolean =>
  type === 'device' && seq === 1;

/**
 * Judges incoming changes by the merged plan. A revoked device keeps what it wrote before it was
 * revoked, by its own clock: a rebuild must not lose a member's past work with their lost laptop. What
 * a manager wrote stays when they take another seat.
 */
export class Gate {
  readonly #authority: Authority;
  readonly #devices: Map<string, { readonly memberId: string; readonly inviteKey: string }>;
  readonly #invites: ReadonlyMap<string, Invite>;
  readonly #formerManagers: FormerManagers;

  constructor(founderKey: string, records: readonly StoredRecord[]) {
    const ofType = (type: string): StoredRecord[] => records.filter((each) => each.type === type);
    this.#devices = new Map(ofType('device').map((each) => [each.id, deviceFrom(each)]));
    this.#invites = new Map(ofType('invite').map((each) => [each.id, inviteFrom(each)]));
    this.#formerManagers = new FormerManagers(ofType('member'));
    this.#authority = {
      founderKey,
      members: new Map(ofType('member').map((each) => [each.id, memberFrom(each).seat])),
      devices: this.#devices,
      invites: new Map(
        [...this.#invites].map(([key, { memberId }]) => [key, { memberId, isRevoked: false }]),
      ),
    };
  }

  static async open(db: Projection, founderKey: string): Promise<Gate> {
    return new Gate(founderKey, await db.plan.toArray());
  }

  /** Whether a stream may be read at all; its first change can introduce its device. */
  admits(source: ChangeSource, first: MergedChange | null | undefined): boolean {
    if (source.isOwn) return true;
    if (isDeviceAccepted(this.#authority, source.keyId, source.memberId)) return true;
    if (first?.type !== 'device' || this.#refusal(source, first) !== null) return false;
    const { memberId, inviteKey } = deviceFrom({ ...first, audience: source.audience, stamp: '' });
    this.#devices.set(source.keyId, { memberId: memberId || source.memberId, inviteKey });
    return true;
  }

  refusalOf(source: ChangeSource, change: MergedChange): RefusalReason | null {
    if (source.isOwn) return null;
    return this.#refusal(source, change) ?? this.#revocation(source, change);
  }

  /** The same for one stream's changes in a row: what its writer alone decides is asked once. */
  judgeOf(source: ChangeSource): (change: MergedChange) => RefusalReason | null {
    if (source.isOwn) return () => null;
    const allowed = new Set<string>();
    return (change) => {
      if (!allowed.has(change.type)) {
        const reason = this.#refusal(source, change);
        if (reason !== null) return reason;
        const isSaidOfAll = WRITERS_TYPES.has(change.type) && !this.#refusalNow(source, change);
        if (isSaidOfAll) allowed.add(change.type);
      }
      return this.#revocation(source, change);
    };
  }

  #refusal(source: ChangeSource, change: MergedChange): RefusalReason | null {
    const reason = this.#refusalNow(source, change);
    const { memberId } = source;
    if (reason === null || !this.#formerManagers.wasManager(memberId, change.hlc)) return reason;
    const members = new Map(this.#authority.members).set(memberId, 'manager');
    return refusalOf({ ...this.#authority, members }, source, source.audience, change);
  }

  /** Whatever its writer was before. */
  #refusalNow(source: ChangeSource, change: MergedChange): RefusalReason | null {
    return refusalOf(this.#authority, source, source.audience, change);
  }

  #revocation({ keyId }: ChangeSource, { hlc }: MergedChange): RefusalReason | null {
    const device = this.#devices.get(keyId);
    const revokedAtMs = device && this.#invites.get(device.inviteKey)?.revokedAtMs;
    if (revokedAtMs === null || revokedAtMs === undefined) return null;
    return (parseHlc(hlc)?.ms ?? Infinity) > revokedAtMs ? 'revoked-device' : null;
  }
}
