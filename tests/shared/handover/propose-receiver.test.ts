import { describe, expect, test } from 'vitest';
import type { Candidate } from '#shared/handover/propose-receiver';
import { proposeReceiver, withLoad } from '#shared/handover/propose-receiver';

const candidate = (memberId: string, given: Partial<Candidate> = {}): Candidate => ({
  memberId,
  canDoIt: true,
  isStandIn: false,
  isAway: false,
  loadMs: 0,
  ...given,
});

describe('who is proposed', () => {
  test.each([
    ['who is there before who is away', { isAway: true }, {}],
    ['who can do it before who cannot', { canDoIt: false }, { loadMs: 9 }],
    ['the stand-in of the plan before others', {}, { isStandIn: true, loadMs: 9 }],
    ['whoever has less to do', { loadMs: 2 }, { loadMs: 1 }],
  ])('%s', (_, ana, ben) => {
    expect(proposeReceiver([candidate('ana', ana), candidate('ben', ben)])).toBe('ben');
    expect(proposeReceiver([candidate('ben', ben), candidate('ana', ana)])).toBe('ben');
  });

  test('the same one of two equals on every device, and nobody where there is nobody', () => {
    expect(proposeReceiver([candidate('ben'), candidate('ana')])).toBe('ana');
    expect(proposeReceiver([])).toBe('');
  });

  test('what somebody is about to get counts', () => {
    const loads = withLoad(withLoad(new Map([['ana', 1]]), 'ana', 2), 'ben', 5);
    expect([...loads]).toEqual([
      ['ana', 3],
      ['ben', 5],
    ]);
  });
});
