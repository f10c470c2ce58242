import { expect, test } from 'vitest';
import type { Mapping, NameMapping } from '#shared/imports/mapping';
import { mappingFields, mappingFrom } from '#shared/imports/mapping-fields';
import { resolveNames } from '#shared/imports/resolve-names';

const NOBODY: NameMapping = { column: 0, otherwise: null, matches: {} };
const PLAIN: Mapping = {
  columns: {},
  titleColumns: [],
  noteColumns: [],
  outcome: NOBODY,
  member: NOBODY,
  email: null,
  onlyNames: null,
  status: { column: null, matches: {} },
  subtasks: 'work',
  checklists: 'repeated',
  zone: 'Europe/Rome',
  dateOrder: null,
  decimal: '.',
  currencyDigits: 2,
  waitsOn: 'client',
  widerRows: 'reject',
  unit: 'items',
};

/** As a table may call a person. */
const ODD_NAMES = ['__proto__', 'constructor', 'toString'];

test.each(ODD_NAMES)('a match by hand is kept for whatever name: %s', (name) => {
  const member = { ...NOBODY, matches: Object.fromEntries([[name, { id: 'ana' }]]) };
  const kept = JSON.parse(
    JSON.stringify(mappingFields({ ...PLAIN, member }, ['Who'])),
  ) as ReturnType<typeof mappingFields>;
  const { matches } = mappingFrom(kept, ['Who'], PLAIN).member;
  expect(Object.entries(matches)).toEqual([[name, { id: 'ana' }]]);
});

test.each(ODD_NAMES)('a name that nobody matched by hand is a new one: %s', (name) => {
  const { byKey } = resolveNames([{ name, count: 1 }], NOBODY, [], (each) => `new ${each}`);
  expect([...byKey.values()]).toEqual([{ id: `new ${name}`, name, isNew: true }]);
});
