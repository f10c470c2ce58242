import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HandOver } from '#shared/sops/hand-over';
import {
  handOverFrom,
  handOverId,
  handOverOfRun,
  handOverState,
  isHandOverOpen,
  takenRunId,
  wholeTrail,
} from '#shared/sops/hand-over';
import type { Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';

const ID = handOverId('ben', 'run1', 'part');

interface Write {
  readonly at: number;
  readonly stream: string;
  readonly fields: Fields;
}

function read(...writes: readonly Write[]): HandOver {
  let state: RecordState | undefined;
  for (const { at, stream, fields } of writes) {
    const change = { hlc: String(at).padStart(16, '0'), type: 'handOver', id: ID, fields };
    state = mergeChange(state, change, stream, 'team');
  }
  if (!state) throw new Error('nothing was written');
  return handOverFrom(state);
}

const offer: Write = {
  at: 10,
  stream: 'ben',
  fields: { toId: 'ana', runId: 'run1', atMs: 1_000, 'answer.count': { value: 12, atMs: 5 } },
};
const reply = (byId: string, verdict: string, at: number): Write => ({
  at,
  stream: byId,
  fields: { reply: { byId, verdict, atMs: at, reason: 'Busy' } },
});
const back: Write = { at: 15, stream: 'ben2', fields: { deleted: true } };

describe('a hand-over', () => {
  test('waits, is taken, declined or taken back', () => {
    expect(handOverState(read(offer))).toBe('waiting');
    expect(handOverState(read(offer, reply('ana', 'taken', 20)))).toBe('taken');
    expect(read(offer, reply('ana', 'declined', 20))).toMatchObject({
      reply: { verdict: 'declined', reason: 'Busy' },
    });
    expect(handOverState(read(offer, back))).toBe('takenBack');
    expect(read(offer).answers.get('count')?.value).toBe(12);
  });

  test('is answered by the one it was offered to, and by nobody else', () => {
    expect(read(offer, reply('carl', 'taken', 20)).reply).toBeNull();
    expect(read(offer, reply('ben', 'taken', 20)).reply).toBeNull();
    const stolen = read(offer, reply('ana', 'taken', 20), reply('carl', 'declined', 30));
    expect(stolen.reply).toMatchObject({ byId: 'ana', verdict: 'taken' });
  });

  test('that is taken stays taken, though another device declined or it was taken back', () => {
    const taken = reply('ana', 'taken', 20);
    expect(handOverState(read(offer, taken, reply('ana', 'declined', 30)))).toBe('taken');
    expect(handOverState(read(offer, taken, back))).toBe('taken');
  });

  test('cannot be taken before its last part is here', () => {
    const { toId: _, ...parts } = offer.fields;
    expect(isHandOverOpen(read({ ...offer, fields: { 'answer.count': null } }))).toBe(false);
    expect(isHandOverOpen(read({ ...offer, fields: parts }))).toBe(false);
    expect(isHandOverOpen(read(offer))).toBe(true);
  });

  test('makes one run, whoever takes it and where', () => {
    const run = { id: takenRunId(ID), fromMemberId: 'ben', fromRunId: 'run1' };
    expect(handOverOfRun(run)).toBe(ID);
    expect(handOverOfRun({ id: 'run1', fromMemberId: '', fromRunId: '' })).toBeNull();
    expect(wholeTrail(read(offer))).toEqual([{ memberId: 'ben', runId: 'run1' }]);
  });

  test('is the same in any order of arrival', () => {
    const all = [
      offer,
      back,
      reply('ana', 'taken', 20),
      reply('ana', 'declined', 5),
      reply('carl', 'taken', 30),
    ];
    const whole = read(...all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(read(...shuffled, ...shuffled.slice(2))).toEqual(whole);
      }),
    );
  });
});
