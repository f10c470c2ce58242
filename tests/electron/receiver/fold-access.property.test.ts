import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenHash } from '../../../electron/identity/member-token.ts';
import { AccessFold } from '../../../electron/receiver/access/fold-access.ts';
import type { AccessChange } from '../../../electron/receiver/receiver-store.ts';
import { TestDevice, testKey } from '../sync/parts/test-device.ts';

const WORKSPACE = 'fernlight';
const founder = testKey('founder');
const served = {
  workspace: WORKSPACE,
  name: 'Fernlight',
  founderKey: founder.keyId,
  founderId: 'robin',
  founderTokenHash: tokenHash('founder-token'),
};

const changesOf = (log: TestDevice, memberId: string): readonly AccessChange[] =>
  log.changes.map((change) => ({
    writer: { keyId: log.key.keyId, memberId },
    stream: log.stream,
    change,
  }));

/** A founder who makes Mia a manager, and Mia, who invites Ana; each in a log of their own. */
function story(): readonly (readonly AccessChange[])[] {
  const team = { workspace: WORKSPACE, audience: 'team' } as const;
  const plan = new TestDevice({ ...team, member: 'robin', key: founder });
  plan.write('device', founder.keyId, { memberId: 'robin' });
  const invite = (log: TestDevice, memberId: string, seat: string) => {
    log.write('member', memberId, { name: memberId, seat });
    log.write('invite', testKey(`invite ${memberId}`).keyId, {
      memberId,
      tokenHash: tokenHash(`${memberId}-token`),
    });
  };
  invite(plan, 'mia', 'manager');
  invite(plan, 'leo', 'assistant');
  plan.write('invite', testKey('invite leo').keyId, { revokedAtMs: 5 });
  const mia = new TestDevice({ ...team, member: 'mia', invite: testKey('invite mia') });
  invite(mia, 'ana', 'assistant');
  const ana = new TestDevice({ ...team, member: 'ana', invite: testKey('invite ana') });
  return [changesOf(plan, 'robin'), changesOf(mia, 'mia'), changesOf(ana, 'ana')];
}

/** The logs' changes, each log's in its order, one log or another next as `turns` says. */
function interleave(
  logs: readonly (readonly AccessChange[])[],
  turns: readonly number[],
): readonly AccessChange[] {
  const left = logs.map((log) => [...log]);
  const taken: AccessChange[] = [];
  for (const turn of turns) {
    const next = left[turn % left.length]?.shift();
    if (next) taken.push(next);
  }
  return [...taken, ...left.flat()];
}

test('in whatever order the logs arrive, the same people are let in', () => {
  const logs = story();
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 40 }), fc.nat(20), (turns, cut) => {
      const all = interleave(logs, turns);
      const fold = new AccessFold(served);
      fold.add(all.slice(0, cut));
      fold.add(all.slice(cut));
      const standing = (token: string) => fold.standingOf(tokenHash(token));
      expect(standing('founder-token')).toEqual({ memberId: 'robin', isManager: true });
      expect(standing('mia-token')).toEqual({ memberId: 'mia', isManager: true });
      expect(standing('ana-token')).toEqual({ memberId: 'ana', isManager: false });
      expect(standing('leo-token')).toBe('revoked');
      expect(standing('nobody')).toBe('unknown');
      expect(fold.isDeviceAccepted(testKey('ana').keyId, 'ana')).toBe(true);
      expect(fold.isDeviceAccepted(testKey('ana').keyId, 'mia')).toBe(false);
      expect(fold.isDeviceAccepted(testKey('leo').keyId, 'leo')).toBe(false);
    }),
  );
});

test('whoever is made a manager later has invited before it is heard of', () => {
  const [plan = [], mias = []] = story();
  const isPromotion = ({ change }: AccessChange): boolean =>
    change.type === 'member' && change.id === 'mia';
  const asAssistant = (each: AccessChange): AccessChange =>
    isPromotion(each)
      ? {
          ...each,
          change: { ...each.change, fields: { ...each.change.fields, seat: 'assistant' } },
        }
      : each;
  const fold = new AccessFold(served);
  fold.add([...plan.map(asAssistant), ...mias]);
  expect(fold.standingOf(tokenHash('ana-token'))).toBe('unknown');
  const promotion = new TestDevice({
    workspace: WORKSPACE,
    audience: 'team',
    member: 'robin',
    key: founder,
  });
  promotion.changes.push(...plan.map(({ change }) => change));
  promotion.write('member', 'mia', { seat: 'manager' });
  fold.add(changesOf(promotion, 'robin').slice(-1));
  expect(fold.standingOf(tokenHash('ana-token'))).toEqual({ memberId: 'ana', isManager: false });
});

test('a device whose proof is somebody else’s is none, however it reached the store', () => {
  const [plan = []] = story();
  const thief = new TestDevice({
    workspace: WORKSPACE,
    member: 'mia',
    audience: 'team',
    key: testKey('thief'),
  });
  const mias = new TestDevice({
    workspace: WORKSPACE,
    member: 'mia',
    audience: 'team',
    invite: testKey('invite mia'),
  });
  const [opening] = mias.changes;
  thief.write('device', thief.key.keyId, { ...opening?.fields });
  const fold = new AccessFold(served);
  fold.add([...plan, ...changesOf(thief, 'mia')]);
  expect(fold.isDeviceAccepted(thief.key.keyId, 'mia')).toBe(false);
});
