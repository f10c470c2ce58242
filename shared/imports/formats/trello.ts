import type { TableRow } from '../parse-records.ts';
import { Columns, cellOf, commonest, known, present, withCells } from './columns.ts';
import type { Format, Meanings } from './format.ts';
import { createdFromId, firstOf, labelText, outcomeOf, statusOf } from './trello-shared.ts';

/**
 * Trello's CSV of a board: `Card ID, Card Name, Card URL, Card Description, Labels, Members, Due Date,
 * Attachment Count, Attachment Links, Checklist Item Total Count, Checklist Item Completed Count,
 * Vote Count, Comment Count, Last Activity Date, List ID, List Name, Board ID, Board Name, Archived,
 * Start Date, Due Complete` (Atlassian support, "Exporting data from Trello"). It has no creation date: that is in
 * the card's id. Checklists are counted and not written; the board's JSON has them.
 */
export const trello: Format = {
  tool: 'trello',
  recognises: (keys) => keys.has('card id') && keys.has('card name') && keys.has('list name'),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at = {
      id: columns.find('card id'),
      list: columns.find('list name'),
      board: columns.find('board name'),
      labels: columns.find('labels'),
      members: columns.find('members'),
      archived: columns.find('archived'),
      complete: columns.find('due complete'),
    };
    const lists = new Set(rows.map((row) => cellOf(row, at.list)));
    const width = headers.length;
    const shaped = rows.map((row): TableRow => {
      const [member, others] = firstOf(cellOf(row, at.members), /[,;]/);
      const isTrue = (column: number | undefined): boolean => /^true$/i.test(cellOf(row, column));
      const status = statusOf({
        list: cellOf(row, at.list),
        isArchived: isTrue(at.archived),
        isComplete: isTrue(at.complete),
      });
      return withCells(row, width, [
        createdFromId(cellOf(row, at.id)),
        status,
        member,
        others,
        labelText(cellOf(row, at.labels)),
      ]);
    });
    const meanings: Meanings = known<Meanings>({
      key: at.id,
      title: columns.find('card name'),
      reference: columns.find('card url'),
      requested: width,
      status: width + 1,
      member: width + 2,
      outcome: outcomeOf([...lists]) === 'board' ? (at.board ?? at.list) : at.list,
      started: columns.find('start date'),
      due: columns.find('due date'),
      touched: columns.find('last activity date'),
      note: present([columns.find('card description'), width + 4, width + 3]),
    });
    return {
      headers: [...headers, 'Created', 'Status', 'Member', 'Also on it', 'Label names'],
      rows: shaped,
      meanings,
      leftOut: [],
      source: commonest(rows, columns.find('board id')),
      zone: null,
    };
  },
};
