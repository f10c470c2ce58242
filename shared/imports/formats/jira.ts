import type { TableRow } from '../parse-records.ts';
import { Columns, cellOf, commonest, known, present, withCells } from './columns.ts';
import type { Format, Meanings } from './format.ts';

/**
 * Jira's CSV ("Export Excel CSV", all or current fields): `Summary, Issue key, Issue id, Issue Type, Status,
 * Project key, Project name, …, Assignee, Reporter, Creator, Created, Updated, Last Viewed, Resolved,
 * Component/s, Due Date, Labels, Description, …`. A header is repeated for each value that an issue may have
 * (`Labels`, `Comment`, `Sprint`, links), rows can be wider than the header, dates are in the site's own form
 * (`11/May/24 03:26 PM`, `6/21/2025 16:14`), and a subtask names its parent by issue id or by key.
 */
export const jira: Format = {
  tool: 'jira',
  recognises: (keys) => keys.has('issue key') && keys.has('summary'),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at = {
      key: columns.find('issue key'),
      id: columns.find('issue id'),
      parents: present([
        columns.find('parent key'),
        columns.find('parent'),
        columns.find('parent id'),
      ]),
      epics: present([columns.find('epic name'), columns.find('parent summary')]),
      project: columns.find('project name', 'project'),
    };
    // `Inward issue link (Blocks)`: the issues that this one is blocked by.
    const blockers = headers.flatMap((header, index) =>
      /^inward issue link \(blocks\)/i.test(header.trim()) ? [index] : [],
    );
    const keyById = new Map(rows.map((row) => [cellOf(row, at.id), cellOf(row, at.key)]));
    const labels = columns.all('labels');
    const comments = columns.all('comment');
    const components = [...columns.all('component s'), ...columns.all('components')];
    const width = headers.length;
    const shaped = rows.map((row) => {
      const named = at.parents.map((column) => cellOf(row, column)).find(Boolean) ?? '';
      return withCells(row, width, [
        keyById.get(named) ?? named,
        joined(row, blockers, '\n'),
        joined(row, labels, ', '),
        joined(row, comments, '\n'),
        joined(row, components, ', '),
      ]);
    });
    const isFilled = (column: number): boolean => shaped.some((row) => cellOf(row, column) !== '');
    const meanings: Meanings = known<Meanings>({
      key: at.key,
      title: columns.find('summary'),
      member: columns.find('assignee'),
      outcome: at.project ?? (isFilled(width + 4) ? width + 4 : columns.find('issue type')),
      status: columns.find('status'),
      parent: at.parents.length > 0 ? width : undefined,
      needs: blockers.length > 0 ? width + 1 : undefined,
      requested: columns.find('created'),
      completed: columns.find('resolved', 'resolution date'),
      touched: columns.find('status category changed', 'updated'),
      due: columns.find('due date'),
      note: present([
        columns.find('description'),
        labels.length > 0 ? width + 2 : undefined,
        comments.length > 0 ? width + 3 : undefined,
      ]),
    });
    return {
      headers: [
        ...headers,
        'Parent issue',
        'Blocked by',
        'All labels',
        'All comments',
        'All components',
      ],
      rows: shaped,
      meanings,
      leftOut: [],
      source: commonest(rows, columns.find('project key') ?? at.project),
      zone: null,
    };
  },
};

const joined = (row: TableRow, columns: readonly number[], separator: string): string =>
  columns
    .map((column) => cellOf(row, column))
    .filter(Boolean)
    .join(separator);
