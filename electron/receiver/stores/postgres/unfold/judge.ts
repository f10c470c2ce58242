import { memberFrom } from '#shared/plan/member';
import {
  type Authority,
  type RefusalReason,
  refusalOf,
  type Writer,
} from '#shared/stream/authority';
import type { Audience, Change } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';
import { deviceFrom, inviteFrom } from '#shared/stream/device';
import { FormerManagers } from '#shared/stream/former-managers';
import { fieldStamp, type RecordState } from '#shared/stream/merge';

/** Whose words count in the views, by the plan as far as it has arrived: as the app's own import judges. */
export class Judge {
  readonly #authority: Authority;
  readonly #revokedAtMs = new Map<string, number>();
  readonly #seats = new Map<string, string>();
  readonly #formerManagers: FormerManagers;

  /** @param records of types `member`, `device` and `invite`, written by those who may */
  constructor(founderKey: string, records: Iterable<RecordState>) {
    const members: RecordState[] = [];
    const devices = new Map<string, { memberId: string; inviteKey: string }>();
    const invites = new Map<string, { memberId: string; isRevoked: boolean }>();
    for (const record of records) {
      if (record.type === 'member') members.push(record);
      if (record.type === 'device') {
        const { memberId, inviteKey } = deviceFrom(record);
        devices.set(record.id, { memberId, inviteKey });
      }
      if (record.type === 'invite') {
        const { memberId, revokedAtMs } = inviteFrom(record);
        invites.set(record.id, { memberId, isRevoked: false });
        if (revokedAtMs !== null) this.#revokedAtMs.set(record.id, revokedAtMs);
      }
    }
    for (const member of members) this.#seats.set(member.id, seatHistory(member));
    this.#formerManagers = new FormerManagers(members);
    this.#authority = {
      founderKey,
      members: new Map(members.map((each) => [each.id, memberFrom(each).seat])),
      devices,
      invites,
    };
  }

  refusalOf(writer: Writer, audience: Audience, change: Change): RefusalReason | null {
    const reason = refusalOf(this.#authority, writer, audience, change);
    if (reason === null) return this.#isTooLate(writer, change) ? 'revoked-device' : null;
    if (!this.#formerManagers.wasManager(writer.memberId, change.hlc)) return reason;
    const members = new Map(this.#authority.members).set(writer.memberId, 'manager');
    const earlier = refusalOf({ ...this.#authority, members }, writer, audience, change);
    return earlier === null && this.#isTooLate(writer, change) ? 'revoked-device' : earlier;
  }

  /** Everything that this writer's changes are judged by, as one text. */
  factsOf({ keyId, memberId }: Writer): string {
    const device = this.#authority.devices.get(keyId);
    const invite = device && this.#authority.invites.get(device.inviteKey);
    return JSON.stringify([
      keyId === this.#authority.founderKey,
      device?.memberId ?? '',
      invite?.memberId ?? '',
      (device && this.#revokedAtMs.get(device.inviteKey)) ?? null,
      this.#seats.get(memberId) ?? '',
    ]);
  }

  /** The member a record of the plan is about. */
  memberOf(type: string, id: string): string {
    if (type === 'device') return this.#authority.devices.get(id)?.memberId ?? '';
    if (type === 'invite') return this.#authority.invites.get(id)?.memberId ?? '';
    return id;
  }

  /** A revoked device keeps what it wrote before, by its own clock. */
  #isTooLate({ keyId }: Writer, { hlc }: Change): boolean {
    const device = this.#authority.devices.get(keyId);
    const revokedAtMs = device && this.#revokedAtMs.get(device.inviteKey);
    return revokedAtMs !== undefined && (parseHlc(hlc)?.ms ?? Infinity) > revokedAtMs;
  }
}

const seatHistory = (member: RecordState): string =>
  JSON.stringify([
    fieldStamp(member, 'seat'),
    member.fields['seat'] ?? null,
    (member.past ?? []).filter(({ field }) => field === 'seat'),
  ]);
