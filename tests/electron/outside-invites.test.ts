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

  test('is a file also where the desktop calls it by its address', () => {
    expect(inviteInArguments(['outlog', 'file:///home/ana/my%20invite.outlog-invite'])).toEqual({
      kind: 'file',
      path: '/home/ana/my invite.outlog-invite',
    });
    expect(inviteInArguments(['outlog', 'file://other/a%2Fb.outlog-invite'])?.kind).toBe('file');
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
