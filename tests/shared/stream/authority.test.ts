import { describe, expect, test } from 'vitest';
import { type Authority, isDeviceAccepted, refusalOf, type Writer } from '#shared/stream/authority';
import type { Audience, Fields } from '#shared/stream/change';
import { isProofOf } from '#shared/stream/device';

const founder: Writer = { keyId: 'founder-key', memberId: 'robin' };
const ana: Writer = { keyId: 'ana-key', memberId: 'ana' };
const lead: Writer = { keyId: 'lead-key', memberId: 'lea' };

const authority: Authority = {
  founderKey: 'founder-key',
  members: new Map([
    ['ana', 'assistant'],
    ['bob', 'assistant'],
    ['lea', 'manager'],
  ]),
  devices: new Map([
    ['ana-key', { memberId: 'ana', inviteKey: 'ana-invite' }],
    ['lead-key', { memberId: 'lea', inviteKey: 'lea-invite' }],
    ['lost-key', { memberId: 'ana', inviteKey: 'lost-invite' }],
  ]),
  invites: new Map([
    ['ana-invite', { memberId: 'ana', isRevoked: false }],
    ['bob-invite', { memberId: 'bob', isRevoked: false }],
    ['lea-invite', { memberId: 'lea', isRevoked: false }],
    ['lost-invite', { memberId: 'ana', isRevoked: true }],
  ]),
};

const refusal = (
  writer: Writer,
  audience: Audience,
  type: string,
  id = 'x',
  fields: Fields = { name: 'n' },
) => refusalOf(authority, writer, audience, { type, id, fields });

describe('which device is believed', () => {
  test("the founder's, and one that an invite of its member stands behind", () => {
    expect(isDeviceAccepted(authority, 'founder-key', 'robin')).toBe(true);
    expect(isDeviceAccepted(authority, 'ana-key', 'ana')).toBe(true);
  });

  test('none that claims another member, is unknown, or was revoked', () => {
    expect(isDeviceAccepted(authority, 'ana-key', 'bob')).toBe(false);
    expect(isDeviceAccepted(authority, 'nobody', 'ana')).toBe(false);
    expect(isDeviceAccepted(authority, 'lost-key', 'ana')).toBe(false);
  });

  test('a new device introduces itself by the invite that it names', () => {
    const newDevice: Writer = { keyId: 'new-key', memberId: 'bob' };
    const fields = { memberId: 'bob', inviteKey: 'bob-invite' };
    expect(refusal(newDevice, 'm-bob', 'device', 'new-key', fields)).toBeNull();
    expect(refusal(newDevice, 'm-bob', 'deliverable')).toBe('unknown-device');
    const stolen = { memberId: 'bob', inviteKey: 'ana-invite' };
    expect(refusal(newDevice, 'm-bob', 'device', 'new-key', stolen)).toBe('unknown-device');
  });

  test('what a revoked device writes is refused as such', () => {
    const lost: Writer = { keyId: 'lost-key', memberId: 'ana' };
    expect(refusal(lost, 'm-ana', 'deliverable')).toBe('revoked-device');
  });
});

describe('who may write what', () => {
  test.each([
    ['an assistant their own work', ana, 'm-ana', 'deliverable', null],
    ['an assistant what this version does not know', ana, 'm-ana', 'hologram', null],
    ['an assistant a suggestion', ana, 'm-ana', 'suggestion', null],
    ['an assistant a suggestion that all read', ana, 'team', 'suggestion', 'wrong-audience'],
    ["a manager words in an assistant's name", lead, 'm-ana', 'suggestion', 'not-own-audience'],
    ['a manager a suggestion of their own', lead, 'm-lea', 'suggestion', null],
    ["a manager an assistant's run", lead, 'm-ana', 'run', 'not-own-audience'],
    ["the founder an assistant's run", founder, 'm-ana', 'run', 'not-own-audience'],
    ['a manager a run of their own', lead, 'm-lea', 'run', null],
    ['a manager that somebody has read', lead, 'm-ana', 'acknowledgement', 'not-own-audience'],
    ['an assistant what they have read', ana, 'm-ana', 'acknowledgement', null],
    ["an assistant somebody else's work", ana, 'm-bob', 'deliverable', 'not-own-audience'],
    ['an assistant the plan', ana, 'team', 'outcome', 'not-manager'],
    ['an assistant their own seat', ana, 'team', 'member', 'not-manager'],
    ['an assistant the plan, in their own audience', ana, 'm-ana', 'outcome', 'wrong-audience'],
    ['an assistant what is for managers', ana, 'managers', 'note', 'not-manager'],
    ['an assistant work shown to the team', ana, 'team', 'deliverable', 'wrong-audience'],
    ['an assistant a goal', ana, 'team', 'goal', 'not-manager'],
    ['an assistant a key result', ana, 'team', 'keyResult', 'not-manager'],
    ['an assistant the hours of all', ana, 'team', 'calendar', 'not-manager'],
    ['an assistant their own recurring work', ana, 'm-ana', 'recurrence', null],
    ["an assistant somebody else's recurring work", ana, 'm-bob', 'recurrence', 'not-own-audience'],
    ['an assistant recurring work of the team', ana, 'team', 'recurrence', 'wrong-audience'],
    ['an assistant their own outage', ana, 'm-ana', 'outage', null],
    ['an assistant leave', ana, 'team', 'absence', 'not-manager'],
    ['an assistant leave of their own', ana, 'm-ana', 'absence', 'wrong-audience'],
    ['a manager leave', lead, 'team', 'absence', null],
    ['an assistant a note to hand over', ana, 'm-ana', 'handOverNote', null],
    ['a manager a note to hand over', lead, 'm-ana', 'handOverNote', null],
    ["an assistant a colleague's note", ana, 'm-bob', 'handOverNote', 'not-own-audience'],
    ['an assistant a note that all read', ana, 'team', 'handOverNote', 'wrong-audience'],
    ['an assistant a hand-over to themself', ana, 'm-ana', 'handOverPack', 'not-manager'],
    ['a manager a hand-over', lead, 'm-ana', 'handOverPack', null],
    ['a manager a hand-over that all read', lead, 'team', 'handOverPack', 'wrong-audience'],
    ["an assistant somebody else's outage", ana, 'm-bob', 'outage', 'not-own-audience'],
    ['an assistant an outage of the team', ana, 'team', 'outage', 'wrong-audience'],
    ["an invited manager an assistant's outage", lead, 'm-ana', 'outage', 'not-own-audience'],
    ["the founder an assistant's outage", founder, 'm-ana', 'outage', 'not-own-audience'],
    ['an invited manager the plan', lead, 'team', 'outcome', null],
    ["an invited manager an assistant's work", lead, 'm-ana', 'deliverable', null],
    ['an invited manager notes for managers', lead, 'managers', 'note', null],
    ['the founder the plan', founder, 'team', 'sopVersion', null],
    ['an invited manager a translation', lead, 'team', 'sopTranslation', null],
    ['an assistant a translation', ana, 'team', 'sopTranslation', 'not-manager'],
    ['an assistant a translation of their own', ana, 'm-ana', 'sopTranslation', 'wrong-audience'],
    [
      'the founder the plan, where only one member reads it',
      founder,
      'm-ana',
      'sop',
      'wrong-audience',
    ],
  ] as const)('%s', (_, writer, audience, type, reason) => {
    expect(refusal(writer, audience, type)).toBe(reason);
  });

  test('a device speaks for itself only', () => {
    const fields = { memberId: 'ana', inviteKey: 'ana-invite' };
    expect(refusal(ana, 'm-ana', 'device', 'ana-key', fields)).toBeNull();
    expect(refusal(ana, 'm-ana', 'device', 'bob-key', fields)).toBe('not-own-device');
    expect(refusal(founder, 'team', 'device', 'ana-key', fields)).toBe('not-own-device');
    const asRobin = { memberId: 'robin' };
    expect(refusal(ana, 'm-ana', 'device', 'ana-key', asRobin)).toBe('not-own-device');
  });

  test('a device cannot slip from a revoked invite to one that stands', () => {
    const lost: Writer = { keyId: 'lost-key', memberId: 'ana' };
    const fields = { inviteKey: 'ana-invite' };
    expect(refusal(lost, 'm-ana', 'device', 'lost-key', fields)).toBe('not-own-device');
  });

  test('a receipt is signed by whom it names', () => {
    const fields = { memberId: 'robin', seq: 4 };
    expect(refusal(founder, 'm-ana', 'receipt', 's-e.robin', fields)).toBeNull();
    expect(refusal(ana, 'm-ana', 'receipt', 's-e.robin', fields)).toBe('not-own-receipt');
    expect(refusal(ana, 'm-ana', 'receipt', 's-e.ana', fields)).toBe('not-own-receipt');
    expect(refusal(ana, 'm-ana', 'receipt', 's-e.ana', { memberId: 'ana' })).toBeNull();
  });

  test('a signature is written by whom it names, and never by whoever asks', () => {
    const by = (byId: string) => ({ signed: { byId, verdict: 'signed', atMs: 1 } });
    const asked = { runId: 'r', stepId: 's', askedAtMs: 1 };
    expect(refusal(ana, 'team', 'signOff', 'ana.r.s', asked)).toBeNull();
    expect(refusal(lead, 'team', 'signOff', 'ana.r.s', by(lead.memberId))).toBeNull();
    expect(refusal(ana, 'team', 'signOff', 'ana.r.s', by('ana'))).toBe('not-own-answer');
    expect(refusal(ana, 'team', 'signOff', 'ana.r.s', by(lead.memberId))).toBe('not-own-answer');
    expect(refusal(lead, 'team', 'signOff', 'ana.r.s', by('bob'))).toBe('not-own-answer');
    expect(refusal(lead, 'team', 'signOff', 'ana.r.s', asked)).toBe('not-own-answer');
    const both = { ...asked, ...by(lead.memberId) };
    expect(refusal(lead, 'team', 'signOff', 'ana.r.s', both)).toBe('not-own-answer');
    expect(refusal(ana, 'm-ana', 'signOff', 'ana.r.s', asked)).toBe('wrong-audience');
  });

  test('what becomes of a suggestion is written by managers alone', () => {
    const decision = { verdict: 'accepted', byId: 'lea', atMs: 1 };
    expect(refusal(lead, 'm-ana', 'suggestion', 'x', { decision })).toBeNull();
    expect(refusal(founder, 'm-ana', 'suggestion', 'x', { publishedIn: 2 })).toBeNull();
    expect(refusal(lead, 'm-ana', 'suggestion', 'x', { decision: null })).toBeNull();
    expect(refusal(lead, 'm-lea', 'suggestion', 'x', { decision })).toBeNull();
    expect(refusal(ana, 'm-ana', 'suggestion', 'x', { decision })).toBe('not-manager');
    expect(refusal(ana, 'm-ana', 'suggestion', 'x', { text: 't', decision })).toBe('not-manager');
    expect(refusal(ana, 'm-ana', 'suggestion', 'x', { publishedIn: 2 })).toBe('not-manager');
    const reworded = { decision, text: 'All is well' };
    expect(refusal(lead, 'm-ana', 'suggestion', 'x', reworded)).toBe('not-own-audience');
  });

  test('a hand-over is answered by whom its reply names', () => {
    const reply = (byId: string) => ({ reply: { byId, verdict: 'taken', atMs: 1 } });
    expect(refusal(lead, 'team', 'handOver', 'ana.r.1', reply(lead.memberId))).toBeNull();
    expect(refusal(ana, 'team', 'handOver', 'ana.r.1', reply('ana'))).toBe('not-own-answer');
    expect(refusal(ana, 'team', 'handOver', 'lea.r.1', { toId: 'x' })).toBe('not-own-answer');
  });

  test.each([
    ['a manager when a meeting comes back', lead, 'team', 'cadence', null],
    ['an assistant when a meeting comes back', ana, 'team', 'cadence', 'not-manager'],
    ['a manager a meeting that one member reads', lead, 'm-ana', 'cadence', 'wrong-audience'],
    ['a manager why work is returned', lead, 'team', 'returnReason', null],
    ['an assistant why work is returned', ana, 'team', 'returnReason', 'not-manager'],
    ['a manager a sample', lead, 'managers', 'qualitySample', null],
    ['a manager a sample that the team reads', lead, 'team', 'qualitySample', 'wrong-audience'],
    ['an assistant a sample', ana, 'm-ana', 'qualitySample', 'not-manager'],
    ["a manager a verdict on an assistant's work", lead, 'm-ana', 'qualityCheck', null],
    ['a manager a verdict that the team reads', lead, 'team', 'qualityCheck', 'wrong-audience'],
    ['a manager a verdict beside nobody', lead, 'managers', 'qualityCheck', 'wrong-audience'],
    ['an assistant a verdict on their own work', ana, 'm-ana', 'qualityCheck', 'not-manager'],
    ["a manager a team's review", lead, 'managers', 'review', null],
    ["a manager a member's review", lead, 'm-ana', 'review', null],
    ['a manager a review that the team reads', lead, 'team', 'review', 'wrong-audience'],
    ['an assistant their own review', ana, 'm-ana', 'review', 'not-manager'],
    ['a manager an action for an assistant', lead, 'm-ana', 'reviewAction', null],
    ['a manager an action for a manager', lead, 'managers', 'reviewAction', null],
    ['a manager an action that the team reads', lead, 'team', 'reviewAction', 'wrong-audience'],
    ['an assistant an action of their own making', ana, 'm-ana', 'reviewAction', 'not-manager'],
    ['a manager an instruction', lead, 'm-ana', 'instruction', null],
    [
      'a manager an instruction to everybody at once',
      lead,
      'team',
      'instruction',
      'wrong-audience',
    ],
    ['an assistant an instruction to themselves', ana, 'm-ana', 'instruction', 'not-manager'],
    ['an assistant their own check-in', ana, 'm-ana', 'checkIn', null],
    ["an assistant a colleague's check-in", ana, 'm-bob', 'checkIn', 'not-own-audience'],
  ] as const)('%s', (_, writer, audience, type, reason) => {
    expect(refusal(writer, audience, type)).toBe(reason);
  });

  test('an instruction is confirmed by whom it is for, and by nobody in their place', () => {
    const confirmed = { text: 'By noon, and only the red ones', atMs: 1 };
    expect(refusal(ana, 'm-ana', 'instruction', 'x', { confirmed })).toBeNull();
    expect(refusal(lead, 'm-ana', 'instruction', 'x', { confirmed })).toBe('not-own-audience');
    expect(refusal(founder, 'm-ana', 'instruction', 'x', { confirmed })).toBe('not-own-audience');
    const asked = { text: 'Red ones first', confirmed };
    expect(refusal(lead, 'm-ana', 'instruction', 'x', asked)).toBe('not-own-audience');
    expect(refusal(ana, 'm-ana', 'instruction', 'x', asked)).toBe('not-manager');
    expect(refusal(ana, 'm-ana', 'instruction', 'x', { isWithdrawn: true })).toBe('not-manager');
    expect(refusal(ana, 'm-bob', 'instruction', 'x', { confirmed })).toBe('not-own-audience');
  });

  test('what was agreed is reported done by its owner, and reworded by managers alone', () => {
    const done = { doneAtMs: 1, result: 'Sent to both' };
    expect(refusal(ana, 'm-ana', 'reviewAction', 'x', done)).toBeNull();
    expect(refusal(ana, 'm-ana', 'reviewAction', 'x', { doneAtMs: null })).toBeNull();
    expect(refusal(lead, 'm-ana', 'reviewAction', 'x', done)).toBeNull();
    const later = { ...done, dueDay: '2026-12-24' };
    expect(refusal(ana, 'm-ana', 'reviewAction', 'x', later)).toBe('not-manager');
    expect(refusal(ana, 'm-bob', 'reviewAction', 'x', done)).toBe('not-own-audience');
    expect(refusal(ana, 'managers', 'reviewAction', 'x', done)).toBe('not-manager');
  });

  test('nobody vouches for a stream where everybody may write', () => {
    const fields = { memberId: 'ana', seq: 4 };
    expect(refusal(ana, 'team', 'receipt', 's-e.ana', fields)).toBe('wrong-audience');
  });
});

describe('a receipt proves', () => {
  const anas = { audience: 'm-ana', memberId: 'ana' } as const;

  test.each([
    ["the manager's, beside the work", { audience: 'm-ana', memberId: 'robin' }, anas, true],
    ["the writer's own, nothing", { audience: 'm-ana', memberId: 'ana' }, anas, false],
    ["a colleague's from elsewhere, nothing", { audience: 'm-bob', memberId: 'bob' }, anas, false],
    [
      'that the plan reached a member',
      { audience: 'm-bob', memberId: 'bob' },
      { audience: 'team', memberId: 'robin' },
      true,
    ],
  ] as const)('%s', (_, receipt, stream, isProof) => {
    expect(isProofOf(receipt, stream)).toBe(isProof);
  });
});

describe('what changes hands', () => {
  const reply = { 'reply.work-1': { verdict: 'confirmed' } };

  test('is confirmed by its receiver alone', () => {
    expect(refusal(ana, 'm-ana', 'handOverPack', 'p', reply)).toBeNull();
    expect(refusal(lead, 'm-ana', 'handOverPack', 'p', reply)).toBe('not-own-audience');
    expect(refusal(ana, 'm-bob', 'handOverPack', 'p', reply)).toBe('not-own-audience');
    const more = { ...reply, note: 'x' };
    expect(refusal(ana, 'm-ana', 'handOverPack', 'p', more)).toBe('not-manager');
  });

  test('a run is offered by its member, or by a manager for them, and taken by nobody else', () => {
    const offer = { toId: 'bob', byId: 'lea' };
    expect(refusal(lead, 'team', 'handOver', 'ana.run1.x', offer)).toBeNull();
    expect(refusal(ana, 'team', 'handOver', 'bob.run1.x', offer)).toBe('not-own-answer');
    const taken = { reply: { byId: 'bob', verdict: 'taken' } };
    expect(refusal(lead, 'team', 'handOver', 'ana.run1.x', taken)).toBe('not-own-answer');
    expect(refusal(lead, 'team', 'signOff', 'ana.run1.x', { asked: true })).toBe('not-own-answer');
  });
});
