import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRow } from '#shared/imports/compare-row';
import type { ResolvedRow } from '#shared/imports/compare-row';
import { rowDrafter } from '#shared/imports/draft-rows';
import { undoRecord } from '#shared/imports/undo-record';
import type { Mapping } from '#shared/imports/mapping';
import type { Json } from '#shared/json';
import type { Audience, Edit } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';
import { formatHlc } from '#shared/stream/clock';
import { suggestionFor, tableOf } from './support.ts';

/** Records as the streams of one device leave them. */
class Records {
  readonly states = new Map<string, RecordState>();
  #ms = 1_000;

  write(edits: readonly Edit[]): void {
    for (const { audience, type, id, fields } of edits) {
      this.#ms += 1;
      const hlc = formatHlc({ ms: this.#ms, counter: 0 });
      const key = `${audience}|${id}`;
      const state = mergeChange(this.states.get(key), { hlc, type, id, fields }, 's', audience);
      this.states.set(key, state);
    }
  }

  /** As an import finds it: wherever it is now. */
  find(id: string): RecordState | undefined {
    const all = [...this.states.values()].filter((state) => state.id === id);
    return all.find((state) => !state.fields['movedTo']) ?? all[0];
  }

  import(rows: readonly ResolvedRow[], importId: string): string[] {
    return rows.map((row) => {
      const found = row.draft.ids.map((id) => this.find(id)).find((state) => state);
      const { kind, edits } = compareRow(row, found, importId);
      this.write(edits);
      return kind;
    });
  }

  undo(importId: string): void {
    this.write([...this.states.values()].flatMap((state) => undoRecord(state, importId) ?? []));
  }

  /** What a person sees: live records without the import's own marks. */
  seen(): Record<string, unknown> {
    const live = [...this.states].filter(
      ([, { fields }]) => fields['deleted'] !== true && !fields['movedTo'],
    );
    return Object.fromEntries(
      live.map(([key, { fields }]) => {
        const shown = Object.entries(fields).filter(
          ([name, value]) =>
            value !== null && !['importId', 'importHash', 'deleted', 'movedTo'].includes(name),
        );
        return [key, Object.fromEntries(shown.toSorted(([a], [b]) => (a < b ? -1 : 1)))];
      }),
    );
  }
}

const HEAD = 'Ticket,Assignee,Created,Closed,Waiting';

const MAPPING: Mapping = {
  ...suggestionFor(`${HEAD}\nA-1,Ana,2024-05-01,2024-05-02,\n`),
  columns: { key: 0, requested: 2, completed: 3, waits: 4 },
  titleColumns: [],
  member: { column: 1, otherwise: null, matches: {} },
};

function rowsOf(lines: readonly string[], outcomeId = 'o1'): ResolvedRow[] {
  const text = [HEAD, ...lines].join('\n');
  const table = tableOf(text, { hasHeader: true, delimiter: ',' });
  const draft = rowDrafter(table, MAPPING, 't');
  return table.rows.flatMap((row) => {
    const made = draft(row).draft;
    const audience: Audience = `m-${made?.memberName.toLowerCase() ?? ''}`;
    return made ? [{ draft: made, audience, outcomeId }] : [];
  });
}

const FIRST = ['A-1,Ana,2024-05-01,2024-05-02,', 'A-2,Ben,2024-05-01,,2024-05-03T10:00Z/'];

describe('importing again', () => {
  it('changes nothing while the rows say what they said', () => {
    const records = new Records();
    expect(records.import(rowsOf(FIRST), 'i1')).toEqual(['new', 'new']);
    const before = structuredClone([...records.states]);
    expect(records.import(rowsOf(FIRST), 'i2')).toEqual(['same', 'same']);
    expect([...records.states]).toEqual(before);
  });

  it('leaves alone what was edited here while the row stays as it was', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const id = rowsOf(FIRST)[0]?.draft.ids[0] ?? '';
    records.write([
      { audience: 'm-ana', type: 'deliverable', id, fields: { note: 'mine', title: 'Better' } },
    ]);
    expect(records.import(rowsOf(FIRST), 'i2')).toEqual(['same', 'same']);
    expect(records.find(id)?.fields).toMatchObject({ note: 'mine', title: 'Better' });
  });

  it('writes only what a changed row says differently', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const later = [
      FIRST[0] ?? '',
      'A-2,Ben,2024-05-01,2024-05-09,2024-05-03T10:00Z/2024-05-04T10:00Z',
    ];
    expect(records.import(rowsOf(later), 'i2')).toEqual(['same', 'changed']);
    const fresh = new Records();
    fresh.import(rowsOf(later), 'i1');
    expect(records.seen()).toEqual(fresh.seen());
  });

  it('moves work to the member whom the table names now', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const later = ['A-1,Cleo,2024-05-01,2024-05-02,', FIRST[1] ?? ''];
    expect(records.import(rowsOf(later), 'i2')).toEqual(['changed', 'same']);
    expect(Object.keys(records.seen()).map((key) => key.split('|')[0])).toEqual([
      'm-ben',
      'm-cleo',
    ]);
    records.undo('i2');
    expect(Object.keys(records.seen()).map((key) => key.split('|')[0])).toEqual(['m-ana', 'm-ben']);
  });

  it('does not bring back what a person deleted', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const id = rowsOf(FIRST)[0]?.draft.ids[0] ?? '';
    records.write([{ audience: 'm-ana', type: 'deliverable', id, fields: { deleted: true } }]);
    expect(records.import(rowsOf(FIRST), 'i2')).toEqual(['same', 'same']);
  });
});

describe('undoing an import', () => {
  it('and importing again restores all of it', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const whole = records.seen();
    records.undo('i1');
    expect(records.seen()).toEqual({});
    expect(records.import(rowsOf(FIRST), 'i2')).toEqual(['new', 'new']);
    expect(records.seen()).toEqual(whole);
  });

  it('keeps what was edited by hand after the import changed it', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    records.import(rowsOf(['A-1,Ana,2024-05-01,2024-05-07,', FIRST[1] ?? '']), 'i2');
    const id = rowsOf(FIRST)[0]?.draft.ids[0] ?? '';
    records.write([{ audience: 'm-ana', type: 'deliverable', id, fields: { note: 'mine' } }]);
    records.undo('i2');
    expect(records.find(id)?.fields).toMatchObject({
      note: 'mine',
      completedAtMs: Date.parse('2024-05-02T12:00Z'),
    });
  });

  it('undoes an import that was cut off and finished with another choice', () => {
    const records = new Records();
    records.import(rowsOf(FIRST), 'i1');
    const before = records.seen();
    const changed = ['A-1,Ana,2024-05-01,2024-05-07,', 'A-2,Ben,2024-05-01,2024-05-08,'];
    records.import(rowsOf(changed).slice(0, 1), 'i2');
    records.import(rowsOf(changed, 'o2'), 'i2');
    records.undo('i2');
    expect(records.seen()).toEqual(before);
  });

  it('of the last of any number of versions gives back the one before', () => {
    const closed = fc.constantFrom('', '2024-05-02', '2024-05-07', '2024-06-01');
    const waits = fc.constantFrom('', '2024-05-03T10:00Z/', '2024-05-04T10:00Z/2024-05-05T10:00Z');
    const member = fc.constantFrom('Ana', 'Ben', 'Cleo');
    const version = fc.array(fc.tuple(member, closed, waits), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), fc.nat(3), (versions, cut) => {
        const records = new Records();
        const seen: Record<string, unknown>[] = [records.seen()];
        for (const [at, rows] of versions.entries()) {
          const lines = rows.map(
            ([who, done, wait], row) => `A-${row},${who},2024-05-01,${done},${wait}`,
          );
          // Cut off after some rows, then finished under the same id.
          records.import(rowsOf(lines).slice(0, cut), `i${at}`);
          records.import(rowsOf(lines), `i${at}`);
          seen.push(records.seen());
        }
        for (let at = versions.length - 1; at >= 0; at -= 1) {
          records.undo(`i${at}`);
          expect(records.seen()).toEqual(seen[at]);
          // Undone twice is undone once.
          records.undo(`i${at}`);
          expect(records.seen()).toEqual(seen[at]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does nothing to a record of another import', () => {
    const fields: Record<string, Json> = { title: 'x', importId: 'i1' };
    const state: RecordState = {
      audience: 'm-a',
      type: 'deliverable',
      id: 'd',
      fields,
      stamp: '1',
    };
    expect(undoRecord(state, 'i2')).toBeNull();
  });
});
