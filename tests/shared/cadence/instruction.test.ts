import { describe, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { instructionFrom, instructionState, isToConfirm } from '#shared/cadence/instruction';

const read = (fields: Fields) =>
  instructionFrom({
    id: 'i',
    audience: 'm-ana',
    type: 'instruction',
    stamp: '',
    fields: { text: 'Red first', givenAtMs: 1, ...fields },
  });
const stateOf = (fields: Fields) => instructionState(read(fields));

const confirmed = { text: 'I do the red ones first', atMs: 10 };
const agreed = { verdict: 'agreed', byId: 'mara', atMs: 12, ofAtMs: 10 };
const corrected = { ...agreed, verdict: 'corrected', note: 'All shades of red' };

describe('an instruction', () => {
  test('is asked of the member whose log it lies in, and waits for their own words', () => {
    expect(read({})).toMatchObject({ memberId: 'ana', text: 'Red first', confirmed: null });
    expect(stateOf({})).toBe('asked');
    expect(isToConfirm(read({}))).toBe(true);
  });

  test('that was said back waits for the manager, and stands once they agree', () => {
    expect(stateOf({ confirmed })).toBe('said');
    expect(isToConfirm(read({ confirmed }))).toBe(false);
    expect(stateOf({ confirmed, judged: agreed })).toBe('agreed');
  });

  test('that was understood otherwise is the member’s turn again, until they say it anew', () => {
    expect(stateOf({ confirmed, judged: corrected })).toBe('corrected');
    expect(isToConfirm(read({ confirmed, judged: corrected }))).toBe(true);
    const anew = { text: 'Every red, also the dark ones', atMs: 20 };
    expect(stateOf({ confirmed: anew, judged: corrected })).toBe('said');
  });

  test('agreed to while it was said anew is looked at again', () => {
    expect(stateOf({ confirmed: { text: 'Red last', atMs: 11 }, judged: agreed })).toBe('said');
  });

  test('that was withdrawn asks nothing', () => {
    expect(stateOf({ confirmed, withdrawn: true })).toBe('withdrawn');
    expect(isToConfirm(read({ withdrawn: true }))).toBe(false);
  });

  test('is read whatever a faulty program wrote', () => {
    const odd = { text: 5, confirmed: 'yes', judged: { verdict: 'agreed' }, givenAtMs: 'now' };
    expect(read(odd)).toMatchObject({ text: '', confirmed: null, judged: null, givenAtMs: 0 });
  });
});
