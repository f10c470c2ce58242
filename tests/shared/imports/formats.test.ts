import { describe, expect, it } from 'vitest';
import { at, bring, fixture } from './fixture-drafts.ts';

describe('an export of Asana', () => {
  it('is known below spacer rows, and its notes keep their lines', () => {
    const { outline, work, column, mapping } = bring('asana/storefront.csv');
    expect(outline.tool).toBe('asana');
    expect(outline.source).toBe('Storefront');
    expect(column(mapping.outcome.column)).toBe('Section or project');
    const banner = work('Spring banner');
    expect(banner.fields['note']).toContain(
      'Use the new logo.\nAsk Leo for the file, he has "final-v3".',
    );
    expect(banner.memberEmail).toBe('ana.cruz@northwind.example');
  });

  it('makes subtasks needs of their parent, by the nearest of that name, in its section', () => {
    const { drafts, work } = bring('asana/storefront.csv');
    const banners = drafts.filter(({ fields }) => fields['title'] === 'Spring banner');
    const needsOf = (key: string) =>
      banners.find((each) => each.key === key)?.needs.map(({ title }) => title);
    expect(needsOf('1209000000000101')).toEqual(['Write the copy', 'Check links']);
    expect(needsOf('1209000000000105')).toEqual(['Check links']);
    expect(work('Write the copy').outcomeName).toBe('Product uploads');
    expect(drafts.find(({ key }) => key.endsWith('106'))?.outcomeName).toBe('Customer replies');
    expect(work('Upload spring stock').needs.map(({ title }) => title)).toEqual(['Write the copy']);
  });

  it('makes them ticks instead where that was chosen', () => {
    const { work, result } = bring('asana/storefront.csv', () => ({ subtasks: 'steps' }));
    expect(work('Spring banner').fields['note']).toContain('[ ] Write the copy\n[x] Check links');
    expect(result.draftCount).toBe(4);
    expect(result.leftOut).toContainEqual({ reason: 'subtask-step', count: 3, lines: [6, 7, 10] });
  });

  it('reads sections that are stages as how work stands, and their project as what it is for', () => {
    const { work, result, mapping, column } = bring('asana/stages.csv');
    expect(column(mapping.status.column)).toBe('Section or project');
    expect(work('Compare three offers').outcomeName).toBe('Purchasing');
    expect(work('Compare three offers').fields['startedAtMs']).toBe(at('2026-04-02T12:00Z'));
    expect(work('Call the supplier').fields['completedAtMs']).toBe(at('2026-04-03T12:00Z'));
    expect(work('Order shelves').fields['completedAtMs']).toBeNull();
    const waits = Object.keys(work('Sell the old shelves').fields).filter((name) =>
      name.startsWith('block.w'),
    );
    expect(waits).toHaveLength(1);
    expect(result.draftCount).toBe(4);
    expect(result.leftOut).toEqual([{ reason: 'section', count: 1, lines: [5] }]);
  });
});

describe.each(['trello/shop-listings.csv', 'trello/shop-listings.json'])('Trello: %s', (file) => {
  it('makes lists that are stages states, and the board the outcome', () => {
    const { outline, work, result } = bring(file);
    expect(outline.tool).toBe('trello');
    expect(work('Upload the red shoes').outcomeName).toBe('Shop listings');
    expect(typeof work('Upload the red shoes').fields['completedAtMs']).toBe('number');
    expect(work('Upload the blue shoes').fields['startedAtMs']).not.toBeNull();
    expect(work('Upload the bags').fields['completedAtMs']).toBeNull();
    expect(typeof work('Upload the hats').fields['completedAtMs']).toBe('number');
    expect(result.problemCount).toBe(0);
  });

  it('takes the day a card was made from its id, its first member and its labels', () => {
    const { work } = bring(file);
    const shoes = work('Upload the blue shoes');
    expect(shoes.fields['requestedAtMs']).toBe(at('2026-05-11T02:00:00Z'));
    expect(shoes.memberName).toBe('Ana Cruz');
    expect(shoes.fields['note']).toContain('Also on it: Ben Tan');
    expect(shoes.fields['note']).toMatch(/Label names: Urgent/);
    expect(shoes.fields['note']).not.toContain('(red)');
  });

  it('says of archived cards and lists what they were, to be left out or not', () => {
    const { result, work } = bring(file);
    expect(result.statuses.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Old ideas (archived)', 'Done (archived)', 'Complete']),
    );
    expect(typeof work('Old listing').fields['completedAtMs']).toBe('number');
    const kept = bring(file, ({ status }) => ({
      status: { ...status, matches: { 'old ideas (archived)': 'requested' } },
    }));
    expect(kept.work('Sell online').fields['completedAtMs']).toBeNull();
    expect(result.leftOut).toContainEqual({
      reason: 'status',
      count: 1,
      lines: [expect.any(Number)],
    });
  });

  it('keeps a formula in a name as text', () => {
    const name = '=HYPERLINK("https://evil.example","Bonus")';
    expect(bring(file).work(name).fields['title']).toBe(name);
  });
});

describe('a board of Trello as JSON', () => {
  const file = 'trello/shop-listings.json';

  it('makes a checklist of many cards one SOP, in the order of its items', () => {
    const { result, work } = bring(file);
    expect(result.procedures).toEqual([
      expect.objectContaining({
        title: 'New listing',
        count: 3,
        steps: ['Photograph the front', 'Write the title', 'Add the price'],
        outcomeName: 'Shop listings',
      }),
    ]);
    expect(work('Upload the blue shoes').fields['note']).toContain('New listing: 2/3');
    expect(work('Upload the blue shoes').fields['note']).toContain('[ ] Ask for the size table');
  });

  it('makes all of them SOPs or ticks where that was chosen', () => {
    const sops = bring(file, () => ({ checklists: 'sops' })).result.procedures;
    expect(sops.map(({ title }) => title)).toEqual(['New listing', 'Upload the blue shoes']);
    const ticks = bring(file, () => ({ checklists: 'steps' }));
    expect(ticks.result.procedures).toEqual([]);
    expect(ticks.work('Upload the bags').fields['note']).toContain('[ ] Photograph the front');
  });

  it('completes a card when it came to its list, not when it was looked at last', () => {
    expect(bring(file).work('Upload the red shoes').fields['completedAtMs']).toBe(
      at('2026-05-13T10:00:00Z'),
    );
  });

  it('names the same work as its CSV', () => {
    const keys = (name: string) => bring(name).drafts.map(({ key, ids }) => `${key} ${ids[0]}`);
    expect(keys(file).toSorted()).toEqual(keys('trello/shop-listings.csv').toSorted());
  });
});

describe('an export of Jira', () => {
  it('joins repeated columns and passes over what runs past the header', () => {
    const { work, mapping, result } = bring('jira/shop.csv');
    expect(mapping.widerRows).toBe('cut');
    expect(work('Broken cart').fields['note']).toContain('All labels: web, cart');
    expect(work('Broken cart').fields['note']).toMatch(/Thanks!\n.*Gladly\./);
    expect(result.problemCount).toBe(0);
  });

  it('reads both of its forms of date', () => {
    const { work } = bring('jira/shop.csv');
    expect(work('Broken cart').fields['requestedAtMs']).toBe(at('2024-05-11T15:26Z'));
    const us = bring('jira/us-dates.csv');
    expect(us.mapping.dateOrder).toBe('mdy');
    expect(us.work('Count stock').fields['dueAtMs']).toBe(at('2025-07-09T00:00Z'));
  });

  it('finds a parent by its issue id, blockers by their links, and states by their words', () => {
    const { work, result } = bring('jira/shop.csv');
    expect(work('New size page').needs.map(({ title }) => title)).toEqual(['Ask the factory']);
    expect(work('New size page').fields['note']).toContain('[ ] Draw the page');
    expect(result.leftOut).toContainEqual({ reason: 'status', count: 1, lines: [6] });
    const asWork = bring('jira/shop.csv', () => ({ subtasks: 'work' }));
    expect(asWork.work('New size page').needs.map(({ title }) => title)).toEqual([
      'Draw the page',
      'Ask the factory',
    ]);
  });
});

describe('an export of ClickUp', () => {
  it('reads milliseconds, brackets, JSON and written line breaks, and null as nothing', () => {
    const { work, outline } = bring('clickup/onboarding.csv');
    expect(outline.tool).toBe('clickup');
    const mailbox = work('Set up the mailbox');
    expect(mailbox.fields['requestedAtMs']).toBe(1_715_846_615_593);
    expect(mailbox.fields['completedAtMs']).toBe(1_715_932_800_000);
    expect(mailbox.memberName).toBe('Ana Cruz');
    expect(mailbox.outcomeName).toBe('Onboarding');
    expect(mailbox.fields['note']).toContain('Name it after the client.\nThen test it.');
    expect(mailbox.fields['note']).toContain('ana.cruz@northwind.example: Done, both work.');
    expect(mailbox.fields['note']).toContain('Mailbox: 0/3');
    expect(work('Weekly report').fields['dueAtMs']).toBeNull();
    expect(work('Weekly report').fields['note']).toContain('[ ] Collect figures');
  });

  it('reads the older form, in title case with a space before a header', () => {
    const { work, result } = bring('clickup/older.csv');
    expect(work('Call back').fields['dueAtMs']).toBe(1_641_254_400_000);
    expect(work('Call again').fields['completedAtMs']).toBe(1_641_340_800_000);
    expect(result.problemCount).toBe(0);
  });

  it('makes one SOP of the checklist that two tasks have', () => {
    const { result } = bring('clickup/onboarding.csv');
    expect(result.procedures.map(({ title, count }) => [title, count])).toEqual([['Mailbox', 2]]);
  });
});

describe('an export of Todoist', () => {
  const file = 'todoist/Northwind support.csv';

  it('reads sections, comments, labels, people and indents', () => {
    const { work, result, mapping } = bring(file);
    const answer = work('Answer the supplier');
    expect(answer.outcomeName).toBe('Inbox replies');
    expect(answer.memberName).toBe('Ana Cruz');
    expect(answer.fields['note']).toContain('Label names: waiting, mail');
    expect(answer.fields['note']).toContain('They called on Monday.\nAnd again on Tuesday.');
    expect(answer.fields['note']).toContain('[ ] Find the old offer\n  [ ] Scan it');
    expect(answer.fields['dueAtMs']).toBe(at('2026-05-11T15:59:59Z'));
    expect(mapping.zone).toBe('Asia/Manila');
    expect(work('Read the guide').outcomeName).toBe('Reports');
    expect(work('Clear the inbox').fields['note']).toBe('every weekday');
    expect(result.leftOut).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ reason: 'setting', count: 1 }),
        expect.objectContaining({ reason: 'section', count: 2 }),
        expect.objectContaining({ reason: 'comment', count: 2 }),
      ]),
    );
  });

  it('knows two tasks of one name apart, and each again when a date was changed', () => {
    const first = bring(file).drafts.map(({ key }) => key);
    expect(new Set(first).size).toBe(first.length);
    const bytes = new TextEncoder().encode(
      new TextDecoder().decode(fixture(file)).replace('2026-05-11', '2026-05-18'),
    );
    expect(bring({ name: 'x.csv', bytes }).drafts.map(({ key }) => key)).toEqual(first);
  });
});

describe('an export of Tallyfy', () => {
  it('makes a process one piece of work and its tasks an SOP by the blueprint’s name', () => {
    const { drafts, work, result } = bring('tallyfy/onboarding.csv');
    expect(drafts).toHaveLength(2);
    const northwind = work('Northwind Trading');
    expect(northwind.outcomeName).toBe('New client');
    expect(northwind.memberName).toBe('Ana Cruz');
    expect(northwind.fields['completedAtMs']).toBe(at('2026-05-08T09:30:00Z'));
    expect(northwind.fields['note']).toContain('They wanted two.');
    expect(work('Contoso Foods').fields['completedAtMs']).toBeNull();
    expect(work('Contoso Foods').fields['note']).toContain('New client: 1/3');
    expect(result.procedures).toEqual([
      expect.objectContaining({
        title: 'New client',
        count: 2,
        steps: ['Kick-off form', 'Create the mailbox', 'Call the client'],
      }),
    ]);
    expect(result.leftOut).toContainEqual(expect.objectContaining({ reason: 'step', count: 6 }));
  });
});

describe('any table', () => {
  it('rejects done work without a date by its row, its column and what to do', () => {
    const { result } = bring('spreadsheet/team-log.csv');
    expect(result.problems).toEqual([
      { line: 6, column: 'Status', reason: 'done-undated', value: 'Done' },
    ]);
    expect(result.draftCount).toBe(3);
  });

  it('is read as such where a person says so', () => {
    const { outline } = bring('asana/storefront.csv', () => ({}), { choices: { isPlain: true } });
    expect(outline.tool).toBeNull();
    expect(outline.headers).toHaveLength(16);
  });
});

describe('an assistant', () => {
  const context = {
    isOwnOnly: true,
    ownNames: ['Ana Cruz'],
    memberId: 'ana',
    outcomes: [{ id: 'uploads', name: 'Uploads', unit: 'items' }],
  };

  it('takes the rows that name them, and leaves other people’s', () => {
    const { drafts, result, mapping } = bring('asana/storefront.csv', () => ({}), { context });
    expect(new Set(drafts.map(({ memberName }) => memberName))).toEqual(new Set(['Ana Cruz']));
    expect(result.leftOut).toContainEqual(
      expect.objectContaining({ reason: 'others-work', count: 4 }),
    );
    expect(mapping.checklists).toBe('steps');
    expect(mapping.outcome.column).toBeNull();
  });

  it('is known by their address, too', () => {
    const { drafts } = bring('asana/storefront.csv', () => ({}), {
      context: { ...context, ownNames: ['Annie', 'ana.cruz@northwind.example'] },
    });
    expect(drafts).toHaveLength(3);
  });
});
