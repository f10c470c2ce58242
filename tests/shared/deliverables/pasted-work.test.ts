import { describe, expect, test } from 'vitest';
import { readPastedTable, shapeOfPasted } from '#shared/deliverables/pasted-columns';
import { nameReader } from '#shared/deliverables/pasted-names';
import type { PastedReading, PastedRow } from '#shared/deliverables/pasted-work';
import { readPastedWork } from '#shared/deliverables/pasted-work';
import type { Table } from '#shared/imports/table';
import { outcomeFrom } from '#shared/plan/outcome';
import { cpuMsOf } from '../../cpu-time.ts';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');

const outcome = (id: string, name: string, archived = false) =>
  outcomeFrom({
    audience: 'team',
    type: 'outcome',
    id,
    fields: { name, memberIds: ['ana', 'ben'], archived },
    stamp: '1',
  });
const OUTCOMES = [
  outcome('uploads', 'Product uploads'),
  outcome('replies', 'Customer replies'),
  outcome('old', 'Old shop', true),
];
const readMember = nameReader([
  { id: 'ana', name: 'Ana Reyes', isGone: false },
  { id: 'ben', name: 'Ben Ito', isGone: false },
  { id: 'ben2', name: 'Ben Oduya', isGone: false },
  { id: 'cleo', name: 'Cléo Marin', isGone: true },
]);
const readOutcome = nameReader(OUTCOMES.map(({ id, name }) => ({ id, name, isGone: false })));

function tableOf(text: string): Table {
  const decoder = new TextDecoder();
  const read = readPastedTable(
    new TextEncoder().encode(text),
    (bytes) => decoder.decode(bytes),
    null,
  );
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const shapeOf = (text: string) =>
  shapeOfPasted(
    tableOf(text),
    (name) => readMember(name).kind !== 'unknown',
    (name) => readOutcome(name).kind !== 'unknown',
  );

function rowsOf(text: string, said: Partial<PastedReading> = {}): readonly PastedRow[] {
  const { columns, dateOrder, decimal } = shapeOf(text);
  return readPastedWork(tableOf(text), {
    columns,
    decimal,
    dateOrder: dateOrder ?? 'dmy',
    zone: 'Asia/Manila',
    memberId: '',
    outcomeId: '',
    readMember,
    readOutcome,
    outcomeById: new Map(OUTCOMES.map((each) => [each.id, each])),
    givenReferences: new Set(),
    nowMs: NOW_MS,
    ...said,
  });
}

const faultsOf = (rows: readonly PastedRow[]) =>
  rows.map(({ faults }) => faults.map(({ problem, field }) => `${field}: ${problem}`));

describe('a pasted table', () => {
  test('with headers is read by them', () => {
    const rows = rowsOf(
      [
        'Task\tAssignee\tOutcome\tDue date\tQty\tClient\tRef\tNotes',
        'Spring catalogue\tAna\tProduct uploads\t25/11/2026\t1,200\tAcme\tA-17\tNew layout',
        'Reply to Zoe\tana reyes\tcustomer replies\t20 Nov 2026 15:30\t\t\t\t',
      ].join('\n'),
    );
    expect(rows).toMatchObject([
      {
        line: 2,
        memberId: 'ana',
        faults: [],
        draft: {
          title: 'Spring catalogue',
          outcomeId: 'uploads',
          dueAtMs: Date.parse('2026-11-25T23:59:59+08:00'),
          quantity: 1200,
          client: 'Acme',
          reference: 'A-17',
          note: 'New layout',
        },
      },
      {
        line: 3,
        memberId: 'ana',
        faults: [],
        draft: {
          outcomeId: 'replies',
          quantity: 1,
          dueAtMs: Date.parse('2026-11-20T15:30:00+08:00'),
        },
      },
    ]);
  });

  test('without headers is read by its values', () => {
    const text =
      'Spring catalogue, part 2;Ana;Product uploads;2026-11-25;40\nBoots;Ana;Product uploads;2026-11-26;3';
    expect(shapeOf(text).columns).toEqual({ title: 0, member: 1, outcome: 2, due: 3, quantity: 4 });
    expect(rowsOf(text)[0]).toMatchObject({
      line: 1,
      memberId: 'ana',
      draft: { title: 'Spring catalogue, part 2', quantity: 40 },
      faults: [],
    });
  });

  test('of titles alone goes to whom and what was chosen', () => {
    const rows = rowsOf('Boots\nSandals\nGloves', { memberId: 'ana', outcomeId: 'uploads' });
    expect(rows.map(({ draft, memberId }) => [memberId, draft.outcomeId, draft.title])).toEqual([
      ['ana', 'uploads', 'Boots'],
      ['ana', 'uploads', 'Sandals'],
      ['ana', 'uploads', 'Gloves'],
    ]);
  });

  test('asks for the order of day and month where its dates leave it open', () => {
    expect(shapeOf('Task,Due\nBoots,03/04/2027\nHats,05/06/2027')).toMatchObject({
      dateOrder: null,
      evidence: { example: '03/04/2027' },
    });
    expect(shapeOf('Task,Due\nBoots,03/04/2027\nHats,25/06/2027').dateOrder).toBe('dmy');
  });

  test('says of each row what stands against it', () => {
    const rows = rowsOf(
      [
        'Task,Assignee,Outcome,Due,Qty',
        'Boots,Zoe,Product uploads,2026-11-25,1',
        'Boots,Ben,Product uploads,2026-11-25,1',
        'Boots,Cleo Marin,Product uploads,2026-11-25,1',
        'Boots,Ana,Nothing,soon,many',
        ',Ana,Old shop,2099-01-01,0',
        'Boots,,,2026-11-25,1',
      ].join('\n'),
    );
    expect(faultsOf(rows)).toEqual([
      ['member: member-unknown'],
      ['member: member-several'],
      ['member: member-left'],
      ['outcome: outcome-unknown', 'quantity: number-unreadable', 'due: date-unreadable'],
      [
        'outcome: outcome-archived',
        'title: title-missing',
        'quantity: quantity-not-positive',
        'due: due-beyond-limits',
      ],
      ['member: member-missing', 'outcome: outcome-missing'],
    ]);
  });

  test('pasted again is known by its references', () => {
    const text = 'Task,Ref\nBoots,A-1\nHats,A-2\nCaps,a-2\nGloves,';
    const said = { memberId: 'ana', outcomeId: 'uploads', givenReferences: new Set(['a-1']) };
    expect(rowsOf(text, said).map(({ repeats }) => repeats)).toEqual([
      'given',
      null,
      'above',
      null,
    ]);
  });

  test('of 2,000 rows is read within two seconds of processor time', () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, i) =>
        `Item ${i}\tAna\tProduct uploads\t2026-12-${String(1 + (i % 28)).padStart(2, '0')}\tR-${i}`,
    );
    const tookMs = cpuMsOf(() => {
      const rows = rowsOf(`Task\tAssignee\tOutcome\tDue\tRef\n${lines.join('\n')}`);
      expect(rows).toHaveLength(2_000);
      expect(rows.every(({ faults }) => faults.length === 0)).toBe(true);
    });
    expect(tookMs).toBeLessThan(2_000);
  });
});

describe('a name', () => {
  test.each([
    ['Ana Reyes', { kind: 'found', id: 'ana' }],
    ['  ANA   reyes ', { kind: 'found', id: 'ana' }],
    ['Ana', { kind: 'found', id: 'ana' }],
    ['Ben', { kind: 'several' }],
    ['Cleo', { kind: 'gone', id: 'cleo' }],
    ['An', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('“%s” stands for whom it fits alone', (text, reading) => {
    expect(readMember(text)).toEqual(reading);
  });

  test('of somebody who is here goes before the same of one who left', () => {
    const read = nameReader([
      { id: 'old', name: 'Lea', isGone: true },
      { id: 'new', name: 'Lea', isGone: false },
    ]);
    expect(read('lea')).toEqual({ kind: 'found', id: 'new' });
  });
});
