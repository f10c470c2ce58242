import { describe, expect, test } from 'vitest';
import { inviteInArguments, OutsideInvites } from '../../electron/outside-invites.ts';

const LINK = 'outlog://join#abc.def';

describe('an invite among a program’s arguments', () => {
  test('is a link or the path of an invite file', () => {
    expect(inviteInArguments(['outlog', LINK])).toEqual({ kind: 'link', text: LINK });
    expect(inviteInArguments(['outlog', '.', '--flag', '/home/ana/ana.outlog-invite'])).toEqual({
      kind: 'file',
      path: '/home/ana/ana.outlog-invite',
    });
  });

  test.each([
    [[]],
    [[LINK]],
    [['outlog', '--user-data-dir=/x.outlog-invite']],
    [['outlog', 'https://example.org/#outlog:join']],
    [['outlog', '/etc/passwd']],
    [['outlog', `outlog://join#${'a'.repeat(40_000)}`]],
  ])('nothing else is one: %j', (args) => {
    expect(inviteInArguments(args)).toBeNull();
  });
});

test('the last invite that was opened is told of, and handed over once', () => {
  const invites = new OutsideInvites();
  let told = 0;
  invites.onArrived = () => {
    told += 1;
  };
  invites.note(null);
  expect(told).toBe(0);
  invites.note({ kind: 'link', text: 'outlog://join#first' });
  invites.note({ kind: 'link', text: LINK });
  expect(told).toBe(2);
  expect(invites.take()).toEqual({ kind: 'link', text: LINK });
  expect(invites.take()).toBeNull();
});
