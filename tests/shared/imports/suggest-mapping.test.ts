import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableName, unitFrom } from '#shared/imports/suggest-mapping';
import { headersOf, suggestionFor } from './support.ts';

const mapped = (text: string): Record<string, string> => headersOf(text, suggestionFor(text));

describe('the suggested mapping', () => {
  it('is right for the help desk tickets', () => {
    const text = readFileSync('assets/samples/helpdesk-tickets.csv', 'utf8');
    const mapping = suggestionFor(text, { fileName: 'helpdesk-tickets.csv' });
    expect(headersOf(text, mapping)).toEqual({
      key: 'Ticket',
      title: 'Product+Service level+Seriousness',
      client: 'Customer',
      member: 'Assignee',
      requested: 'Requested at',
      started: 'Started at',
      completed: 'Completed at',
      reopened: 'Times reopened',
      waits: 'Waiting',
    });
    expect(mapping.outcome).toEqual({
      column: null,
      otherwise: { newName: 'Helpdesk tickets' },
      matches: {},
    });
    expect(mapping.unit).toBe('tickets');
  });

  it('is right for Asana', () => {
    const text = [
      'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task',
      '1201,2024-05-01,2024-05-03,2024-05-03,Fix banner,To do,Ana Cruz,ana@x.io,2024-05-02,2024-05-04,web,see brief,Shop,',
      '1202,2024-05-02,,2024-05-03,Write copy,Doing,Ben Ng,ben@x.io,,2024-05-09,,,Shop,Fix banner',
      '1203,2024-05-02,2024-05-06,2024-05-06,Upload stock,Done,Ana Cruz,ana@x.io,,,,call first,Shop,',
    ].join('\n');
    expect(mapped(text)).toEqual({
      key: 'Task ID',
      requested: 'Created At',
      completed: 'Completed At',
      title: 'Name',
      outcome: 'Section/Column',
      member: 'Assignee',
      started: 'Start Date',
      due: 'Due Date',
      note: 'Notes',
      parent: 'Parent task',
      touched: 'Last Modified',
    });
  });

  it('is right for Jira, whose headers repeat and whose rows run past them', () => {
    const text = [
      'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Reporter,Created,Updated,Resolved,Due Date,Labels,Labels,Description',
      'Broken cart,SHOP-1,10001,Bug,Done,Ana,Cleo,11/May/24 03:26 PM,12/May/24 03:26 PM,12/May/24 09:00 AM,,web,cart,It fails,extra',
      'New page,SHOP-2,10002,Task,Open,Ben,Cleo,13/May/24 03:26 PM,13/May/24 03:26 PM,,14/May/24 12:00 AM,,,As drawn',
    ].join('\n');
    const mapping = suggestionFor(text);
    expect(headersOf(text, mapping)).toMatchObject({
      key: 'Issue key',
      title: 'Summary',
      member: 'Assignee',
      requested: 'Created',
      completed: 'Resolved',
      due: 'Due Date',
      outcome: 'Issue Type',
      note: 'Description',
    });
    expect(mapping.widerRows).toBe('cut');
  });

  it('is right for ClickUp, whose dates are epoch milliseconds and whose headers have spaces', () => {
    const text = [
      'Task ID, Task Name,Status,Date created,Date created Text,Due date,Assignees,List Name,Priority',
      'x1a,Pack orders,closed,1715441160000,5/11/2024,1715527560000,[Ana],Orders,1',
      'x1b,Send mail,open,1715441260000,5/11/2024,,[Ben],Orders,2',
    ].join('\n');
    expect(mapped(text)).toMatchObject({
      key: 'Task ID',
      title: 'Task Name',
      requested: 'Date created',
      due: 'Due date',
      member: 'Assignees',
      outcome: 'List Name',
    });
  });

  it('is right for a hand-made log with one date, numbers and decimal commas', () => {
    const text = [
      'Date;Who;What;Listings;Mistakes;Amount;Remarks',
      '25/06/2024;Ana;Summer drop;12;1;120,50;late files',
      '03/07/2024;Ben;Autumn drop;9;0;90,00;',
    ].join('\n');
    const mapping = suggestionFor(text);
    expect(headersOf(text, mapping)).toEqual({
      completed: 'Date',
      member: 'Who',
      title: 'What',
      quantity: 'Listings',
      errors: 'Mistakes',
      value: 'Amount',
      note: 'Remarks',
    });
    expect(mapping).toMatchObject({ dateOrder: 'dmy', decimal: ',' });
  });

  it('asks for the order of day and month where no date decides it', () => {
    const text = 'Date,Who\n03/04/2024,Ana\n05/06/2024,Ben\n';
    expect(suggestionFor(text).dateOrder).toBeNull();
  });

  it('never maps a header against its values', () => {
    const text = 'Ticket,Completed,Errors,Title\nA-1,yes,none,x\nA-2,no,few,y\n';
    expect(mapped(text)).toEqual({ key: 'Ticket', title: 'Title' });
  });

  it('finds an identifier by its values where no header says it', () => {
    const text = 'Code,Thing\nAB-1,x\nAB-2,y\nAB-3,y\n';
    expect(mapped(text)['key']).toBe('Code');
  });

  it('gives an assistant every row, and an outcome that is there', () => {
    const text = 'Ticket,Assignee,Closed\nA-1,Ana,2024-05-01\nA-2,Ben,2024-05-02\n';
    const mapping = suggestionFor(text, {
      isOwnOnly: true,
      memberId: 'ana',
      outcomes: [{ id: 'o1', name: 'Support', unit: 'tickets' }],
    });
    expect(mapping.member).toEqual({ column: null, otherwise: { id: 'ana' }, matches: {} });
    expect(mapping.outcome.otherwise).toEqual({ id: 'o1' });
  });

  it('gives an assistant’s numbers the outcome that counts them', () => {
    const text = 'Date,Listings\n25/06/2024,12\n26/06/2024,9\n';
    const mapping = suggestionFor(text, {
      isOwnOnly: true,
      outcomes: [
        { id: 'o1', name: 'Support', unit: 'tickets' },
        { id: 'o2', name: 'Product uploads', unit: 'listings' },
      ],
    });
    expect(mapping.outcome.otherwise).toEqual({ id: 'o2' });
  });

  it('takes the outcome that bears the file’s name', () => {
    const mapping = suggestionFor('Ticket,Closed\nA-1,2024-05-01\n', {
      fileName: 'product-uploads_2024-05.csv',
      outcomes: [
        { id: 'o1', name: 'Support', unit: 'tickets' },
        { id: 'o2', name: 'Product Uploads', unit: 'listings' },
      ],
    });
    expect(mapping.outcome.otherwise).toEqual({ id: 'o2' });
  });
});

it('names tables and their units', () => {
  expect(tableName('helpdesk-tickets_2013.csv')).toBe('Helpdesk tickets');
  expect(tableName('export (3).csv')).toBe('Imported work');
  expect(unitFrom('Ticket ID')).toBe('tickets');
  expect(unitFrom('Issue key')).toBe('issues');
  expect(unitFrom('Query No')).toBe('queries');
  expect(unitFrom('Id')).toBe('items');
});
