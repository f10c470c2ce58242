import { expect, test } from 'vitest';
import { textOf } from '#shared/record-fields';
import type { RecordState } from '#shared/stream/merge';
import { KeptRecords } from '../../../renderer/data/kept-records.ts';

interface Named {
  readonly name: string;
}

const stateNamed = (name: string): RecordState => ({
  audience: 'team',
  type: 'member',
  id: name.toLowerCase(),
  fields: { name },
  stamp: '0.stream',
});
const readNamed = ({ fields }: RecordState): Named => ({ name: textOf(fields, 'name') });
const keptNames = () => new KeptRecords<Named>({ read: readNamed, nameOf: ({ name }) => name });

test('what is replaced as a whole is found by its id from then on, whoever asked before', () => {
  const kept = keptNames();
  expect(kept.byId.size).toBe(0);
  kept.replace(new Map([['team|member|ben', stateNamed('Ben')]]));
  expect(kept.byId.get('ben')).toEqual({ name: 'Ben' });
  kept.replace(new Map([['team|member|ana', stateNamed('Ana')]]));
  expect([...kept.byId.keys()]).toEqual(['ana']);
  expect(kept.items).toEqual([{ name: 'Ana' }]);
});

test('a change leaves the others the same objects, sorted by name', () => {
  const kept = keptNames();
  kept.replace(
    new Map([
      ['team|member|ben', stateNamed('Ben')],
      ['team|member|cai', stateNamed('Cai')],
    ]),
  );
  const [ben] = kept.items;
  kept.change(
    new Map([
      ['team|member|ana', stateNamed('Ana')],
      ['team|member|cai', undefined],
    ]),
  );
  expect(kept.items.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  expect(kept.items[1]).toBe(ben);
  expect([...kept.byId.keys()].toSorted()).toEqual(['ana', 'ben']);
});
