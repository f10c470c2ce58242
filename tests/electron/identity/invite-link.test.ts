import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InviteFile } from '../../../electron/identity/invite-file.ts';
import { inviteText, parseInvite } from '../../../electron/identity/invite-file.ts';
import { inviteLink, parseInviteLink } from '../../../electron/identity/invite-link.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const hex64 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const name = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });

const invites: fc.Arbitrary<InviteFile> = fc.record(
  {
    format: fc.constant('outlog-invite' as const),
    v: fc.constant(1),
    minReader: fc.constant(1),
    workspace: id,
    workspaceName: name,
    memberId: id,
    memberName: name,
    seat: fc.constantFrom('manager' as const, 'assistant' as const),
    managerName: name,
    founderKey: hex64,
    inviteSeed: hex64,
    folderHint: fc.string({ maxLength: 60 }),
    endpoint: fc.record({
      url: fc.constant('https://192.168.1.20:8443'),
      receiverKey: hex64,
      certSha256: fc.option(hex64),
    }),
    keys: fc.dictionary(
      fc.constantFrom('team', 'm-ana', 'managers'),
      fc.string({ maxLength: 80 }),
      {
        noNullPrototype: true,
      },
    ),
    createdAtMs: fc.integer({ min: 0, max: 4e12 }),
    expiresAtMs: fc.option(fc.integer({ min: 0, max: 4e12 })),
  },
  {
    requiredKeys: [
      'format',
      'v',
      'minReader',
      'workspace',
      'workspaceName',
      'memberId',
      'memberName',
      'seat',
      'managerName',
      'founderKey',
      'inviteSeed',
      'folderHint',
      'createdAtMs',
    ],
  },
);

const codeOf = (text: string): string => {
  const read = parseInviteLink(text);
  return read.ok ? 'ok' : read.error.code;
};

const linkOf = (packed: string): string =>
  `outlog://join#${packed}.${createHash('sha256').update(packed).digest('base64url').slice(0, 6)}`;

test('an invite is the same as a file and as a link, also after a mail broke its line', () => {
  fc.assert(
    fc.property(invites, (invite) => {
      const link = inviteLink(invite);
      const broken = `<${link.replaceAll(/.{72}/g, '$&\r\n ')}>\n`;
      for (const text of [link, broken, link.replace('join#', 'join/#')]) {
        expect(parseInviteLink(text)).toEqual({ ok: true, value: invite });
      }
      expect(parseInvite(Buffer.from(inviteText(invite)))).toEqual({ ok: true, value: invite });
    }),
  );
});

test('of 10,000 damaged links none crashes, and none is read as another invite', () => {
  let refused = 0;
  fc.assert(
    fc.property(
      invites,
      fc.nat(),
      fc.constantFrom('flip', 'cut', 'insert', 'drop', 'swap'),
      fc.string({ minLength: 1, maxLength: 6 }),
      (invite, at, how, text) => {
        const link = inviteLink(invite);
        const read = parseInviteLink(damaged(link, at % link.length, how, text));
        if (read.ok) {
          expect(read.value).toEqual(invite);
        } else {
          refused += 1;
          expect(read.error.code).toBe('invite-damaged');
        }
      },
    ),
    { numRuns: 10_000 },
  );
  expect(refused).toBeGreaterThan(9_000);
}, 60_000);

function damaged(link: string, at: number, how: string, text: string): string {
  switch (how) {
    case 'cut':
      return link.slice(0, at);
    case 'insert':
      return link.slice(0, at) + text + link.slice(at);
    case 'drop':
      return link.slice(0, at) + link.slice(at + text.length);
    case 'swap':
      return link.slice(at) + link.slice(0, at);
    default:
      return `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
  }
}

test('a small link that unpacks to a mountain is damaged, and quickly so', () => {
  const bomb = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, 32)).toString('base64url');
  expect(bomb.length).toBeLessThan(30_000);
  const tookMs = cpuMsOf(() => expect(codeOf(linkOf(bomb))).toBe('invite-damaged'));
  expect(tookMs).toBeLessThan(1_000);
});

test('a link for a newer Outlog says so; an old one opens whatever it adds', () => {
  const link = (fields: object): string =>
    linkOf(deflateRawSync(JSON.stringify(fields)).toString('base64url'));
  expect(codeOf(link({ format: 'outlog-invite', v: 9, minReader: 9, odd: [] }))).toBe(
    'invite-newer',
  );
  expect(codeOf(link({ format: 'something-else', v: 1 }))).toBe('invite-damaged');
});

test.each([
  '',
  'outlog://',
  'outlog://join',
  'outlog://join#',
  'https://example.org/join#abc',
  'join#abc',
])('“%s” is no invite', (text) => expect(codeOf(text)).toBe('invite-damaged'));

test.each(['http://192.168.1.20:8443', 'no address', 'ftp://team.example'])(
  'an invite to %s, where a token would travel in plain or nowhere, is none',
  (url) => {
    const [invite] = fc.sample(invites, 1);
    if (!invite) throw new Error('There is no invite.');
    const endpoint = { url, receiverKey: 'ab'.repeat(32), certSha256: null };
    const bytes = Buffer.from(inviteText({ ...invite, endpoint }));
    expect(parseInvite(bytes)).toMatchObject({ ok: false, error: { code: 'invite-damaged' } });
  },
);
