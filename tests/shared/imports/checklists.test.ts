import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistKey, readChecklists, writeChecklists } from '#shared/imports/checklists';
import { isNearName } from '#shared/imports/near-name';
import { guessState } from '#shared/imports/work-state';

describe('checklists in a cell', () => {
  it('read as they were written', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => `x${text.replace(/\s+/g, ' ').trim()}`);
    const item = fc.record({ title: word, isDone: fc.boolean() });
    const list = fc.record({ name: word, items: fc.array(item, { minLength: 1, maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        expect(readChecklists(writeChecklists(lists))).toEqual(lists);
      }),
      { numRuns: 60 },
    );
  });

  it('read from lines, Markdown and the form of ClickUp', () => {
    expect(readChecklists('- [x] Hook\n- [ ] Bio\n3. End')?.[0]?.items).toEqual([
      { title: 'Hook', isDone: true },
      { title: 'Bio', isDone: false },
      { title: 'End', isDone: false },
    ]);
    expect(readChecklists('{"__proto__":["a"]}')?.[0]).toEqual({
      name: '__proto__',
      items: [{ title: 'a', isDone: false }],
    });
    expect(readChecklists('{"Steps": ')).toBeNull();
    expect(readChecklists('[]')).toEqual([]);
  });

  it('are one procedure whatever is ticked, and however the words are written', () => {
    const key = (title: string, isDone: boolean) =>
      checklistKey({ name: 'New Listing', items: [{ title, isDone }] });
    expect(key('Photograph', true)).toBe(key('photograph', false));
    expect(key('Photograph', true)).not.toBe(key('Write', true));
  });
});

describe('names that are nearly one', () => {
  it.each([
    ['Product Uploads', 'product upload', true],
    ['Customer support', 'Customer suport', true],
    ['1. Reports', 'reports', true],
    ['Orders & returns', 'Orders and Returns', true],
    ['Sales EU', 'Sales US', false],
    ['Team A', 'Team B', false],
    ['Quarter 1 planning', 'Quarter 2 planning', false],
    ['Reports', 'Replies', false],
    ['🙂', '🙃', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isNearName(a, b)).toBe(expected);
    expect(isNearName(b, a)).toBe(expected);
  });
});

describe('a status', () => {
  it.each([
    ['Done', 'completed'],
    ['Not done', 'requested'],
    ['In Progress', 'started'],
    ['Waiting for client', 'blocked'],
    ["Won't Do", 'leave'],
    ['To Do', 'requested'],
    ['Fertig', 'requested'],
    ['__proto__', 'requested'],
  ])('%s says %s', (status, state) => {
    expect(guessState(status)).toBe(state);
  });
});
