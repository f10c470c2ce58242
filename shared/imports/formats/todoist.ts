import type { TableRow } from '../parse-records.ts';
import { readWallTime } from '../read-date.ts';
import { cellsHash } from '../source-keys.ts';
import { Columns, LeftOutRows, cellOf, known, present, withCells } from './columns.ts';
import type { Format, Meanings } from './format.ts';
import { isZone } from '../../worktime/zone-offset.ts';

/**
 * Todoist's CSV of a project, or of a backup: `TYPE, CONTENT, DESCRIPTION, PRIORITY, INDENT, AUTHOR,
 * RESPONSIBLE, DATE, DATE_LANG, TIMEZONE[, DURATION, DURATION_UNIT, DEADLINE, DEADLINE_LANG]` (Todoist help,
 * "Import or export a project as a CSV file"). TYPE is `task`, `section`, `note` (a comment on the task
 * above) or `meta` (`view_style=board`); INDENT from 1 nests a task under the nearest one above it with
 * less; people are `Ana (14781400)`; labels are `@words` in CONTENT; DATE is as it was typed (`every mon`).
 * Done tasks are not in it, and nothing has an id: a task is known by its words and where it stands.
 */
export const todoist: Format = {
  tool: 'todoist',
  recognises: (keys) => keys.has('type') && keys.has('content') && keys.has('indent'),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at = {
      type: columns.find('type'),
      content: columns.find('content'),
      indent: columns.find('indent'),
      responsible: columns.find('responsible'),
      date: columns.find('date'),
      zone: columns.find('timezone'),
      deadline: columns.find('deadline'),
      priority: columns.find('priority'),
    };
    const width = headers.length;
    const leftOut = new LeftOutRows();
    const tasks: { readonly row: TableRow; readonly added: string[] }[] = [];
    const keys = new TaskKeys();
    let section = '';
    for (const row of rows) {
      const type = cellOf(row, at.type).toLowerCase();
      const content = cellOf(row, at.content);
      if (type === 'section') {
        section = content;
        keys.enter(section);
        leftOut.add('section', row.line);
      } else if (type === 'note') {
        const last = tasks.at(-1);
        if (last) last.added[COMMENTS] = [last.added[COMMENTS], content].filter(Boolean).join('\n');
        leftOut.add('comment', row.line);
      } else if (type === 'task') {
        const indent = Number(cellOf(row, at.indent) || 1);
        const { key, parentKey } = keys.take(content, indent);
        const { title, labels } = titleOf(content);
        const due = cellOf(row, at.deadline) || cellOf(row, at.date);
        const isDate = readWallTime(due, 'dmy') !== null || readWallTime(due, 'mdy') !== null;
        tasks.push({
          row,
          added: [
            key,
            parentKey,
            section,
            title,
            labels,
            cellOf(row, at.responsible).replace(/ ?\(\d{1,20}\)$/, ''),
            isDate ? due : '',
            isDate ? '' : due,
            '',
          ],
        });
      } else leftOut.add('setting', row.line);
    }
    const shaped = tasks.map(({ row, added }) => withCells(row, width, added));
    const zones = new Set(shaped.map((row) => cellOf(row, at.zone)).filter(Boolean));
    const [zone = ''] = zones;
    const meanings: Meanings = known<Meanings>({
      key: width,
      parent: width + 1,
      outcome: width + 2,
      title: width + 3,
      member: width + 5,
      due: width + 6,
      note: present([columns.find('description'), width + 4, width + 7, width + COMMENTS]),
    });
    return {
      headers: [...headers, ...ADDED],
      rows: shaped,
      meanings,
      leftOut: leftOut.list,
      source: '',
      zone: zones.size === 1 && isZone(zone) ? zone : null,
    };
  },
};

const ADDED = [
  'Key',
  'Parent key',
  'Section',
  'Task',
  'Label names',
  'Member',
  'Due',
  'Repeats',
  'Comment texts',
] as const;
const COMMENTS = ADDED.indexOf('Comment texts');

/** Gives tasks keys from their words and their place; of two alike the second is the second. */
class TaskKeys {
  readonly #copies = new Map<string, number>();
  #section = '';
  #above: { readonly indent: number; readonly key: string }[] = [];

  enter(section: string): void {
    this.#section = section;
    this.#above = [];
  }

  take(content: string, indent: number): { readonly key: string; readonly parentKey: string } {
    this.#above = this.#above.filter((each) => each.indent < indent);
    const parentKey = this.#above.at(-1)?.key ?? '';
    const hash = cellsHash(['todoist', this.#section, parentKey, content]);
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    const key = copy === 1 ? hash : `${hash}.${copy}`;
    this.#above.push({ indent, key });
    return { key, parentKey };
  }
}

const LABEL = /(?:^|\s)@([\p{L}\p{N}_-]+)/gu;

/** A task's words without its labels, its link's address and the `* ` of one that cannot be ticked. */
export function titleOf(content: string): { readonly title: string; readonly labels: string } {
  const text = content.slice(0, 2_000);
  const labels = [...text.matchAll(LABEL)].map(([, label]) => label ?? '').join(', ');
  const title = text
    .replace(LABEL, ' ')
    .replace(/^\*\s+/, '')
    .replace(/\[([^\]]{1,300})\]\(https?:[^)\s]{1,1000}\)/g, '$1')
    .replace(/(\*\*|__)(.{1,300}?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
  return { title: title || text.trim(), labels };
}
