import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidays } from '../../../shared/sample/holidays.ts';

describe('public holidays', () => {
  it('finds Easter, which the others hang on', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });

  it('moves Colombian feasts to their Mondays and leaves the fixed ones', () => {
    expect(publicHolidays('CO', 2026)).toEqual([
      '2026-01-01',
      '2026-01-12',
      '2026-03-23',
      '2026-04-02',
      '2026-04-03',
      '2026-05-01',
      '2026-05-18',
      '2026-06-08',
      '2026-06-15',
      '2026-06-29',
      '2026-07-13',
      '2026-07-20',
      '2026-08-07',
      '2026-08-17',
      '2026-10-12',
      '2026-11-02',
      '2026-11-16',
      '2026-12-08',
      '2026-12-25',
    ]);
  });

  it('gives Kenya the Monday after a holiday that falls on a Sunday', () => {
    const holidays = publicHolidays('KE', 2027);
    expect(holidays).toContain('2027-10-11');
    expect(holidays).not.toContain('2027-10-10');
    expect(holidays).toContain('2027-03-29');
  });

  it('knows the Philippine heroes, saints and both Eids', () => {
    const holidays = publicHolidays('PH', 2026);
    for (const day of ['2026-08-31', '2026-11-30', '2026-04-03', '2026-03-20', '2026-05-27']) {
      expect(holidays).toContain(day);
    }
    expect(publicHolidays('PH', 2027)).toContain('2027-03-09');
  });
});
