import { parseJson } from '../parse-json.ts';
import { objectOf, textOf } from '../../record-fields.ts';
import type { TableRow } from '../parse-records.ts';
import { Columns, commonest, known, present } from './columns.ts';
import type { Format, Meanings } from './format.ts';

/**
 * ClickUp's CSV of a list or a workspace: `Task ID, Task Link, Task Type, Task Custom ID, Task Name, Task Content,
 * Status, Date created, Date created Text, Due date, Due date Text, Start date, …, Parent ID, Assignees, Tags,
 * Priority, List Name, Folder Name/Path, Space Name, …, Checklists, Comments, …` (ClickUp help, "Task data
 * export"). Older ones are in title case with a space before `Task Name`. Dates are milliseconds since 1970 beside a text
 * of them; what is not there may be the word `null`; people and tags stand in square brackets, checklists are
 * `{"Steps":["Hook"]}`, comments a list of objects, and line breaks in a text can be written `\n`.
 */
export const clickup: Format = {
  tool: 'clickup',
  recognises: (keys) =>
    keys.has('task id') &&
    keys.has('task name') &&
    (keys.has('list name') || keys.has('space name')),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at = {
      assignees: columns.find('assignees', 'assignee'),
      tags: columns.find('tags'),
      comments: columns.find('comments'),
      content: columns.find('task content', 'description'),
    };
    const width = headers.length;
    const shaped = rows.map((row): TableRow => {
      const cells = row.cells.slice(0, width).map(plain);
      while (cells.length < width) cells.push('');
      const [member = '', ...others] = bracketed(cells[at.assignees ?? -1] ?? '');
      const content = cells[at.content ?? -1] ?? '';
      cells.push(
        member,
        others.join(', '),
        bracketed(cells[at.tags ?? -1] ?? '').join(', '),
        commentText(cells[at.comments ?? -1] ?? ''),
        content.replaceAll(String.raw`\n`, '\n'),
      );
      return { line: row.line, cells };
    });
    const meanings: Meanings = known<Meanings>({
      key: columns.find('task id'),
      title: columns.find('task name'),
      reference: columns.find('task link', 'task custom id'),
      member: width,
      outcome: columns.find('list name', 'folder name path', 'folder name', 'space name'),
      status: columns.find('status'),
      parent: columns.find('parent id'),
      checklists: columns.find('checklists'),
      requested: columns.find('date created'),
      completed: columns.find('date done', 'date closed'),
      touched: columns.find('date updated', 'last updated'),
      started: columns.find('start date'),
      due: columns.find('due date'),
      note: present([width + 4, width + 2, width + 1, width + 3]),
    });
    return {
      headers: [...headers, 'Assignee', 'Also on it', 'Tag names', 'Comment texts', 'Content'],
      rows: shaped,
      meanings,
      leftOut: [],
      source: commonest(shaped, columns.find('space name') ?? columns.find('list name')),
      zone: null,
    };
  },
};

const plain = (cell: string): string => {
  const text = cell.trim();
  return text === 'null' || text === '[]' || text === '{}' ? '' : cell;
};

/** `[Ana Cruz,Ben Tan]` as its values; names with commas are quoted by nobody, so they part. */
function bracketed(text: string): readonly string[] {
  const body = text.trim().replace(/^\[|\]$/g, '');
  return body
    .split(',')
    .map((each) => each.trim().replace(/^"|"$/g, ''))
    .filter(Boolean);
}

const COMMENTS_SHOWN = 50;

/** `[{"text":"…","by":"ana@example.com","date":"…"}]` as lines; what is no such list stays as it is. */
function commentText(text: string): string {
  const value = text.startsWith('[') ? parseJson(text) : undefined;
  if (!Array.isArray(value)) return text;
  return value
    .slice(0, COMMENTS_SHOWN)
    .map((each) => {
      const fields = objectOf(each) ?? {};
      const by = textOf(fields, 'by');
      return `${by}${by === '' ? '' : ': '}${textOf(fields, 'text')}`;
    })
    .filter(Boolean)
    .join('\n');
}
