import type { TableRow } from '../parse-records.ts';
import { looksLikeStates } from '../work-state.ts';
import { Columns, LeftOutRows, cellOf, commonest, known, present, withCells } from './columns.ts';
import type { Format, Meanings } from './format.ts';

/**
 * Asana's CSV of a project or a search: `Task ID, Created At, Completed At, Last Modified, Name,
 * Section/Column, Assignee, Assignee Email, Start Date, Due Date, Tags, Notes, Projects, Parent task,
 * Blocked By (Dependencies), Blocking (Dependencies)` and a column for each custom field (Asana's guide,
 * "Exporting projects"). `Parent task` holds a name; a subtask follows its parent, has no section of its own and
 * may be in no project. Older exports write a section as a row whose name ends with a colon.
 */
export const asana: Format = {
  tool: 'asana',
  recognises: (keys) =>
    keys.has('task id') &&
    keys.has('name') &&
    (keys.has('section column') || keys.has('parent task')),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at = {
      id: columns.find('task id'),
      name: columns.find('name'),
      section: columns.find('section column'),
      projects: columns.find('projects'),
      parent: columns.find('parent task'),
      assignee: columns.find('assignee'),
      // `headerKey` takes bracketed additions off: `Blocked By (Dependencies)`.
      blockedBy: columns.find('blocked by'),
      due: columns.find('due date'),
    };
    const leftOut = new LeftOutRows();
    const idsByName = new NamedRows(rows, at.id, at.name);
    const sectionById = new Map<string, string>();
    const projectById = new Map<string, string>();
    const width = headers.length;
    const shaped: TableRow[] = [];
    let section = '';
    for (const row of rows) {
      const name = cellOf(row, at.name);
      const isSection =
        name.endsWith(':') &&
        [at.section, at.assignee, at.due, at.parent].every((each) => cellOf(row, each) === '');
      if (isSection) {
        section = name.slice(0, -1).trim();
        leftOut.add('section', row.line);
        continue;
      }
      const id = cellOf(row, at.id);
      const parentId = idsByName.before(cellOf(row, at.parent), row.line);
      const [project = ''] = cellOf(row, at.projects).split(/,\s*(?=\S)/);
      const own =
        cellOf(row, at.section) || (parentId ? (sectionById.get(parentId) ?? '') : section);
      const home = project || (parentId ? (projectById.get(parentId) ?? '') : '');
      sectionById.set(id, own);
      projectById.set(id, home);
      const needs = cellOf(row, at.blockedBy)
        .split(/[,\n]/)
        .flatMap((each) => idsByName.any(each.trim()) ?? []);
      shaped.push(withCells(row, width, [own || project, parentId ?? '', needs.join('\n'), home]));
    }
    const sections = new Set(shaped.map((row) => cellOf(row, width)));
    const areStages = looksLikeStates([...sections]);
    const meanings: Meanings = known<Meanings>({
      key: at.id,
      title: at.name,
      member: at.assignee,
      email: columns.find('assignee email'),
      // Sections named like stages say how work stands, and the project what it is for.
      outcome: areStages && at.projects !== undefined ? width + 3 : width,
      status: areStages ? width : undefined,
      parent: at.parent === undefined ? undefined : width + 1,
      needs: at.blockedBy === undefined ? undefined : width + 2,
      requested: columns.find('created at'),
      completed: columns.find('completed at'),
      touched: columns.find('last modified'),
      started: columns.find('start date'),
      due: at.due,
      note: present([columns.find('notes'), columns.find('tags')]),
    });
    return {
      headers: [
        ...headers,
        'Section or project',
        'Parent task ID',
        'Blocked by task IDs',
        'First project',
      ],
      rows: shaped,
      meanings,
      leftOut: leftOut.list,
      source: commonest(rows, at.projects),
      zone: null,
    };
  },
};

/** Finds rows by their names: of several with one name, the nearest before a place. */
class NamedRows {
  readonly #byName = new Map<string, { readonly id: string; readonly line: number }[]>();

  constructor(rows: readonly TableRow[], id: number | undefined, name: number | undefined) {
    for (const row of rows) {
      const key = cellOf(row, name);
      const held = this.#byName.get(key);
      const place = { id: cellOf(row, id), line: row.line };
      if (held) held.push(place);
      else this.#byName.set(key, [place]);
    }
  }

  before(name: string, line: number): string | null {
    if (name === '') return null;
    const places = this.#byName.get(name) ?? [];
    return (places.findLast((place) => place.line < line) ?? places[0])?.id ?? null;
  }

  any(name: string): string | null {
    return this.#byName.get(name)?.[0]?.id ?? null;
  }
}
