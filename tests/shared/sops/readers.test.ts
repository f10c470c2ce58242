import { expect, test } from 'vitest';
import { memberFrom } from '#shared/plan/member';
import { outcomeFrom } from '#shared/plan/outcome';
import { acknowledgementFrom } from '#shared/sops/acknowledgement';
import { concernedBy, readersOf } from '#shared/sops/readers';
import { runFrom } from '#shared/sops/run';
import { sopVersionFrom } from '#shared/sops/sop';
import type { Audience, Fields } from '#shared/stream/change';

const state = (type: string, id: string, fields: Fields, audience: Audience = 'team') => ({
  audience,
  type,
  id,
  fields,
  stamp: '0',
});
const member = (id: string, fields: Fields = {}) =>
  memberFrom(state('member', id, { name: id, seat: 'assistant', ...fields }));
const outcome = (id: string, memberIds: readonly string[], fields: Fields = {}) =>
  outcomeFrom(state('outcome', id, { name: id, memberIds: [...memberIds], ...fields }));
const version = (number: number) =>
  sopVersionFrom(state('sopVersion', `v${number}`, { sopId: 's', number }));
const run = (memberId: string, versionId: string, startedAtMs: number) =>
  runFrom(state('run', `${memberId}-${versionId}`, { versionId, startedAtMs }, `m-${memberId}`));
const read = (memberId: string, versionId: string, atMs: number) =>
  acknowledgementFrom(state('acknowledgement', versionId, { atMs }, `m-${memberId}`));

const TEAM = [
  member('ana'),
  member('ben'),
  member('cleo'),
  member('mara', { seat: 'manager' }),
  member('gone', { gone: true }),
];

test('an SOP concerns those who work for its outcome, else for its role, else every assistant', () => {
  const outcomes = [
    outcome('uploads', ['ana', 'gone'], { standInId: 'ben' }),
    outcome('photos', ['cleo'], { roleId: 'listings' }),
    outcome('old', ['mara'], { roleId: 'listings', archived: true }),
  ];
  const ids = (outcomeId: string, roleId: string) =>
    concernedBy({ outcomeId, roleId }, TEAM, outcomes).map(({ id }) => id);
  expect(ids('uploads', 'listings')).toEqual(['ana', 'ben']);
  expect(ids('', 'listings')).toEqual(['cleo']);
  expect(ids('', '')).toEqual(['ana', 'ben', 'cleo']);
});

test('who does not know the version in force comes first; what was never begun counts for nothing', () => {
  const versions = [version(2), version(1)];
  const inForce = version(2);
  const readers = readersOf(TEAM.slice(0, 4), versions, inForce, {
    runs: [run('ana', 'v2', 50), run('ana', 'v1', 10), run('ben', 'v1', 20), run('mara', 'v2', 0)],
    read: [read('ben', 'v1', 30), read('cleo', 'v2', 40)],
  });
  expect(readers).toEqual([
    { memberId: 'ben', state: { kind: 'behind', number: 1, lastRunMs: 20 } },
    { memberId: 'mara', state: { kind: 'new' } },
    { memberId: 'cleo', state: { kind: 'read', atMs: 40 } },
    { memberId: 'ana', state: { kind: 'ran', atMs: 50 } },
  ]);
});
