import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHlc } from '#shared/stream/clock';
import type { ChangeSource, MergedChange } from '../../../../renderer/data/change-source.ts';
import { Gate } from '../../../../renderer/data/import/gate.ts';
import type { StoredRecord } from '../../../../renderer/data/stored.ts';

const FOUNDER_KEY = 'f'.repeat(64);
const MEMBERS = ['ana', 'ben', 'cleo'];
const TYPES = ['deliverable', 'recurrence', 'checkIn', 'run', 'suggestion', 'outcome', 'receipt'];
const MORE_TYPES = ['instruction', 'device', 'signOff', 'qualityCheck', 'somethingNewer'];

const hlc = (ms: number): string => formatHlc({ ms, counter: 0 });
const record = (type: string, id: string, fields: StoredRecord['fields']): StoredRecord => ({
  key: `team|${type}|${id}`,
  audience: 'team',
  type,
  id,
  fields,
  stamp: `${hlc(1)}.s`,
});

/** Ben managed until `benUntilMs`; the invite by which Cleo's device came may be revoked. */
function gateWith(benUntilMs: number, revokedAtMs: number | null): Gate {
  const ben = record('member', 'ben', { name: 'Ben', seat: 'assistant' });
  const before = { field: 'seat', stamp: `${hlc(1)}.s`, value: 'manager' };
  return new Gate(FOUNDER_KEY, [
    record('member', 'ana', { name: 'Ana', seat: 'manager' }),
    { ...ben, stamps: { seat: `${hlc(benUntilMs)}.s` }, past: [before] },
    record('member', 'cleo', { name: 'Cleo', seat: 'assistant' }),
    ...MEMBERS.flatMap((memberId) => [
      record('device', `${memberId}-key`, { memberId, inviteKey: `${memberId}-invite` }),
      record('invite', `${memberId}-invite`, {
        memberId,
        createdAtMs: 1,
        ...(memberId === 'cleo' && revokedAtMs !== null && { revokedAtMs }),
      }),
    ]),
  ]);
}

const sources = fc.record({
  stream: fc.constant('s'),
  epoch: fc.constant('e'),
  audience: fc.constantFrom('team', 'managers', 'm-ana', 'm-ben', 'm-cleo') as fc.Arbitrary<
    ChangeSource['audience']
  >,
  memberId: fc.constantFrom(...MEMBERS),
  keyId: fc.constantFrom(FOUNDER_KEY, 'ana-key', 'ben-key', 'cleo-key', 'nobodys-key'),
  isOwn: fc.boolean(),
});

const changes = fc.record({
  seq: fc.integer({ min: 1, max: 9 }),
  hlc: fc.integer({ min: 1, max: 100 }).map(hlc),
  type: fc.constantFrom(...TYPES, ...MORE_TYPES),
  id: fc.constantFrom('one', 'ana.two', 'cleo-key'),
  fields: fc.constantFrom(
    { title: 'Any' },
    { decision: 'taken' },
    { confirmed: true },
    { memberId: 'ana', inviteKey: 'ana-invite' },
  ),
});

test('many changes of one stream are judged as each by itself', () => {
  const instants = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(
      sources,
      fc.array(changes, { maxLength: 20 }),
      instants,
      fc.option(instants),
      (source: ChangeSource, written: readonly MergedChange[], benUntilMs, revokedAtMs) => {
        const gate = gateWith(benUntilMs, revokedAtMs);
        const judge = gate.judgeOf(source);
        expect(written.map(judge)).toEqual(written.map((each) => gate.refusalOf(source, each)));
      },
    ),
    { numRuns: 1_000 },
  );
});
