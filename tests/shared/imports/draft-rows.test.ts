import { describe, expect, it } from 'vitest';
import type { Mapping } from '#shared/imports/mapping';
import { rowDrafter } from '#shared/imports/draft-rows';
import type { DraftedRow } from '#shared/imports/draft-rows';
import { mappingFields, mappingFrom } from '#shared/imports/mapping-fields';
import { suggestionFor, tableOf } from './support.ts';

function draftAll(text: string, change: Partial<Mapping> = {}, tableKey = 't1'): DraftedRow[] {
  const table = tableOf(text);
  const draft = rowDrafter(table, { ...suggestionFor(text), ...change }, tableKey);
  return table.rows.map(draft);
}

const problemsOf = (rows: readonly DraftedRow[]) =>
  rows.flatMap(({ problems }) =>
    problems.map(({ line, column, reason }) => [line, column, reason]),
  );

describe('rows as drafts', () => {
  const HEAD = 'Ticket,Assignee,Requested at,Completed at,Errors,Waiting';

  it('names line, column and reason of everything it cannot read', () => {
    const rows = draftAll(
      [
        HEAD,
        'A-1,Ana,2024-05-01T10:00Z,2024-05-02T10:00Z,0,',
        'A-2,Ana,2024-05-01T10:00Z,2024-05-02T10:00Z,1,',
        'A-3,Ana,2024-05-01T10:00Z,2024-05-02T10:00Z,2,2024-05-01T11:00Z/2024-05-01T12:00Z',
        'A-4,Ana,2024-05-01T10:00Z,,1,',
        'A-5,Ana,2024-05-01T10:00Z,,1,',
        'A-6,Ana,31/02/2024,soon,many,5 days',
        'A-1,Ana,2024-05-01T10:00Z,,-1,',
        'A-8,Ana,2024-05-01T10:00Z,,1,,extra',
      ].join('\n'),
      { columns: { key: 0, requested: 2, completed: 3, errors: 4, waits: 5 } },
    );
    expect(problemsOf(rows)).toEqual([
      [7, 'Requested at', 'date-unreadable'],
      [7, 'Completed at', 'date-unreadable'],
      [7, 'Errors', 'number-unreadable'],
      [7, 'Waiting', 'waits-unreadable'],
      [8, 'Errors', 'number-negative'],
      [8, 'Ticket', 'key-repeated'],
      [9, '', 'row-wider'],
    ]);
    expect(rows[6]?.problems[1]?.otherLine).toBe(2);
    expect(rows.map(({ draft }) => draft !== null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('reads narrower rows with their missing cells empty, and wider ones when told to', () => {
    const text = `${HEAD}\nA-1,Ana\nA-2,Ana,2024-05-01T10:00Z,,1,,extra\n`;
    expect(draftAll(text, { widerRows: 'cut' }).every(({ draft }) => draft)).toBe(true);
  });

  it('rejects rows that name nobody only where nothing is set for them', () => {
    const text = `${HEAD}\nA-1,,2024-05-01T10:00Z,,,\nA-2,Ana,2024-05-01T10:00Z,,,\n`;
    expect(problemsOf(draftAll(text))).toEqual([]);
    const member = { column: 1, otherwise: null, matches: {} };
    expect(problemsOf(draftAll(text, { member }))).toEqual([[2, 'Assignee', 'member-missing']]);
  });

  it('takes rows whose dates run backwards as they are, and says so', () => {
    const text = `${HEAD}\nA-1,Ana,2024-05-03T10:00Z,2024-05-02T10:00Z,,\n`;
    expect(draftAll(text)[0]?.draft?.isOutOfOrder).toBe(true);
  });

  it('rejects a row that no single change can hold', () => {
    const note = '漢'.repeat(11_000);
    const waits = Array.from(
      { length: 200 },
      (_, at) => `2024-05-01T10:00:${String(at % 60).padStart(2, '0')}.${at}Z/2024-06-01T10:00Z`,
    ).join(';');
    const text = `Ticket,Notes,${'W'.repeat(80)}\nA-1,${note},"${waits}"\nA-2,${note},\n`;
    const rows = draftAll(text, { columns: { key: 0, waits: 2 }, noteColumns: [1] });
    expect(problemsOf(rows)).toEqual([[2, '', 'row-too-large']]);
    const bytes = new TextEncoder().encode(JSON.stringify(rows[1]?.draft?.fields)).length;
    expect(bytes).toBeLessThan(60 * 1024);
  });

  it('keeps a formula as text', () => {
    const [row] = draftAll('Ticket,Title\nA-1,=HYPERLINK("x")\n');
    expect(row?.draft?.fields['title']).toBe('=HYPERLINK("x")');
  });
});

describe('a row’s identity', () => {
  const idsOf = (text: string, change: Partial<Mapping> = {}, key = 't1') =>
    draftAll(text, change, key).map(({ draft }) => draft?.ids[0]);
  const one = 'Ticket,Created,Closed\nA-1,2024-05-31 23:30,2024-06-02 10:00\n';

  it('comes from the table and the key, not from zone, file or other cells', () => {
    const [id] = idsOf(one);
    expect(id).toMatch(/^202405-[0-9a-f]{20}$/);
    expect(idsOf(one, { zone: 'Pacific/Kiritimati' })).toEqual([id]);
    expect(idsOf(one.replace('2024-06-02 10:00', ''))).toEqual([id]);
    expect(idsOf(one, {}, 't2')).not.toEqual([id]);
  });

  it('offers the months that an earlier version of the row may have had', () => {
    const ids = draftAll(one)[0]?.draft?.ids.map((id) => id.slice(0, 6));
    expect(ids).toEqual(['202405', '202406', '197001']);
  });

  it('without a key comes from all cells, and equal rows are told apart by their count', () => {
    const text = 'What,Done\nCall,2024-05-01\nCall,2024-05-01\nMail,2024-05-01\n';
    const columns = { completed: 1 };
    const ids = idsOf(text, { columns });
    expect(new Set(ids).size).toBe(3);
    expect(idsOf(text.replace('Mail', 'Post'), { columns }).slice(0, 2)).toEqual(ids.slice(0, 2));
  });
});

describe('days and instants', () => {
  const fieldsOf = (cells: string, zone = 'Asia/Manila') =>
    draftAll(
      `Ticket,Created,Closed,Due date\nA-0,2024-05-25 00:00,2024-05-25,2024-05-25\n${cells}\n`,
      {
        zone,
      },
    )[1]?.draft?.fields;

  it('counts completion on the calendar day of the chosen zone', () => {
    const cells = 'A-1,2024-05-01T10:00Z,2024-05-02T20:00Z,';
    expect(fieldsOf(cells)).toMatchObject({ day: '2024-05-03', zone: 'Asia/Manila' });
    expect(fieldsOf(cells, 'Europe/Rome')).toMatchObject({
      day: '2024-05-02',
      zone: 'Europe/Rome',
    });
  });

  it('never lets a date without a time be earlier than a time of the same day', () => {
    const fields = fieldsOf('A-1,2024-05-01 17:00,2024-05-01,2024-05-03');
    expect(fields?.['completedAtMs']).toBe(fields?.['requestedAtMs']);
    expect(fields?.['dueAtMs']).toBe(Date.parse('2024-05-03T15:59:59Z'));
  });

  it('leaves open work without a day', () => {
    expect(fieldsOf('A-1,2024-05-01 17:00,,')).toMatchObject({ completedAtMs: null, day: null });
  });
});

it('a mapping is kept by headers and fits the next version of the table', () => {
  const text = 'Ticket,Assignee,Title,Created,Closed\nA-1,Ana,x,2024-05-01,2024-05-02\n';
  const mapping: Mapping = {
    ...suggestionFor(text),
    outcome: { column: 2, otherwise: { id: 'o1' }, matches: { x: { newName: 'X' } } },
    member: { column: 1, otherwise: null, matches: { ana: { id: 'm1' } } },
    zone: 'Asia/Manila',
    dateOrder: 'mdy',
  };
  const { headers } = tableOf(text);
  const kept = JSON.parse(JSON.stringify(mappingFields(mapping, headers)));
  const fallback = suggestionFor(text);
  expect(mappingFrom(kept, headers, fallback)).toEqual({
    ...mapping,
    member: { ...mapping.member, otherwise: fallback.member.otherwise },
  });
  const moved = mappingFrom(kept, ['New', 'Closed', 'Ticket'], fallback);
  expect(moved.columns).toEqual({ key: 2, completed: 1 });
  expect(moved.member.column).toBeNull();
});
