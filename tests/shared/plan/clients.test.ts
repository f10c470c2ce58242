import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/plan/workspace.ts';
import { clientNamed, clientZoneOf } from '../../../shared/plan/workspace.ts';

const northwind: Client = {
  id: 'n',
  name: 'Northwind Trading',
  timeZone: 'America/New_York',
  aliases: ['Northwind'],
};
const other: Client = { id: 'o', name: 'Northwind', timeZone: '', aliases: [] };

describe('a client by name', () => {
  it('is found by the name it has and by the names it had, case and blanks aside', () => {
    expect(clientNamed([northwind], ' northwind  trading ')).toBe(northwind);
    expect(clientNamed([northwind], 'NORTHWIND')).toBe(northwind);
    expect(clientZoneOf([northwind], 'Northwind')).toBe('America/New_York');
  });

  it('who has the name today goes before who had it once', () => {
    expect(clientNamed([northwind, other], 'Northwind')).toBe(other);
  });

  it('has no zone where nobody said one, and no client where nobody has the name', () => {
    expect(clientZoneOf([other], 'Northwind')).toBeNull();
    expect(clientZoneOf([northwind], 'Contoso')).toBeNull();
    expect(clientNamed([{ ...other, name: '' }], '  ')).toBeNull();
  });
});
