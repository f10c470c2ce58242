import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_DAY } from '#shared/day';
import { slaOn } from '#shared/plan/outcome';
import type { Sla } from '#shared/plan/outcome';
import { promiseDrafts, slasAfter } from '#shared/plan/promise-draft';

const TODAY = '2026-11-18';
const eight: Sla = { to: 'completed', minutes: 480, fromDay: FIRST_DAY };
const answered: Sla = { to: 'responded', minutes: 60, fromDay: FIRST_DAY };

const changed = (slas: readonly Sla[], part: object) => {
  const drafts = promiseDrafts(slas, TODAY);
  return slasAfter(slas, { ...drafts, completed: { ...drafts.completed, ...part } });
};

describe('a promise that is changed', () => {
  test('holds from its day on; what was asked for before stays under the old one', () => {
    const slas = changed([answered, eight], { amount: 4 });
    expect(slas).toEqual([answered, eight, { to: 'completed', minutes: 240, fromDay: TODAY }]);
    expect(slaOn({ slas }, 'completed', '2026-11-17')?.minutes).toBe(480);
    expect(slaOn({ slas }, 'completed', TODAY)?.minutes).toBe(240);
  });

  test('for all work gives way to nothing earlier', () => {
    expect(changed([eight], { amount: 4, fromDay: FIRST_DAY })).toEqual([
      { to: 'completed', minutes: 240, fromDay: FIRST_DAY },
    ]);
  });

  test('from an earlier day replaces what was to hold later', () => {
    const later: Sla = { to: 'completed', minutes: 120, fromDay: '2026-12-01' };
    expect(changed([eight, later], { amount: 4 })).toEqual([
      eight,
      { to: 'completed', minutes: 240, fromDay: TODAY },
    ]);
  });

  test('to what held before it is taken back without a trace', () => {
    const later: Sla = { to: 'completed', minutes: 120, fromDay: TODAY };
    expect(changed([eight, later], { amount: 8 })).toEqual([eight]);
  });

  test('to none ends with the day before, and begins again when it is made again', () => {
    const withdrawn = changed([eight], { isOn: false });
    expect(slaOn({ slas: withdrawn }, 'completed', '2026-11-17')?.minutes).toBe(480);
    expect(slaOn({ slas: withdrawn }, 'completed', TODAY)).toBeNull();
    const again = changed(withdrawn, { isOn: true, amount: 2, fromDay: '2026-12-01' });
    expect(slaOn({ slas: again }, 'completed', '2026-11-30')).toBeNull();
    expect(slaOn({ slas: again }, 'completed', '2026-12-01')?.minutes).toBe(120);
  });
});

test('a promise that is left alone keeps all its versions, and other stages never move', () => {
  const minutes = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (first, second, next) => {
      const slas: Sla[] = [
        { to: 'responded', minutes: first, fromDay: FIRST_DAY },
        { to: 'responded', minutes: second, fromDay: '2026-01-01' },
        { to: 'completed', minutes: 480, fromDay: FIRST_DAY },
      ];
      expect(slasAfter(slas, promiseDrafts(slas, TODAY))).toEqual(slas);
      const after = changed(slas, { amount: next + 1, unit: 'minutes' });
      expect(after.filter(({ to }) => to === 'responded')).toEqual(slas.slice(0, 2));
    }),
  );
});
