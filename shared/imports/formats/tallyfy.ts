import type { ChecklistItem } from '../checklists.ts';
import { writeChecklists } from '../checklists.ts';
import type { TableRow } from '../parse-records.ts';
import { Columns, LeftOutRows, cellOf, commonest, known, withCells } from './columns.ts';
import type { Format, Meanings } from './format.ts';

/**
 * Tallyfy's CSV of processes: `blueprint_id, blueprint_name, blueprint_version, process_id, process_name,
 * process_tag, process_owner, process_owner_id, total_tasks_in_process, tasks_completed, process_status,
 * process_last_modified, process_completed_at, type, …` (Tallyfy's documentation, "CSV file structure"). A row is a task
 * (`type` is `process_task` or `kick_off_task`), an answer (`process_task_data`) or a comment
 * (`process_task_comment`). A process becomes one piece of work, its tasks a checklist by its blueprint's
 * name. Columns of tasks are found by the words that their documentation uses.
 */
export const tallyfy: Format = {
  tool: 'tallyfy',
  recognises: (keys) => keys.has('blueprint id') && keys.has('process id') && keys.has('type'),
  shape: ({ headers, rows }) => {
    const columns = new Columns(headers);
    const at: TaskColumns = {
      type: columns.find('type'),
      name: columns.find('task name', 'task title', 'task', 'name', 'title'),
      status: columns.find('task status', 'status'),
      completed: columns.find(
        'task completed at',
        'completed at',
        'task completed on',
        'completed on',
      ),
      comment: columns.find('comment', 'comment text', 'task comment', 'comment content'),
    };
    const process = columns.find('process id');
    const blueprint = columns.find('blueprint name');
    const leftOut = new LeftOutRows();
    const processes = new Map<string, ProcessRows>();
    for (const row of rows) {
      const id = cellOf(row, process);
      const held = processes.get(id);
      if (held) leftOut.add('step', row.line);
      const rowsOf = held ?? new ProcessRows(row);
      if (!held) processes.set(id, rowsOf);
      rowsOf.take(row, at);
    }
    const width = headers.length;
    const shaped = [...processes.values()].map((each) =>
      withCells(each.first, width, [
        writeChecklists([{ name: cellOf(each.first, blueprint), items: each.tasks }]),
        each.comments.join('\n'),
        // A process that is done says when, or its last task does.
        cellOf(each.first, columns.find('process completed at', 'process completed on')) ||
          each.lastDone,
      ]),
    );
    const meanings: Meanings = known<Meanings>({
      key: process,
      title: columns.find('process name'),
      outcome: blueprint,
      member: columns.find('process owner'),
      status: columns.find('process status'),
      requested: columns.find(
        'process started at',
        'process created at',
        'process launched at',
        'process start date',
      ),
      touched: width + 2,
      checklists: width,
      due: columns.find('process due date', 'process deadline'),
      note: [width + 1, ...columns.all('process tag')],
    });
    return {
      headers: [...headers, 'Steps', 'Comment texts', 'Last done'],
      rows: shaped,
      meanings,
      leftOut: leftOut.list,
      source: commonest(rows, columns.find('blueprint id')),
      zone: null,
    };
  },
};

interface TaskColumns {
  readonly type: number | undefined;
  readonly name: number | undefined;
  readonly status: number | undefined;
  readonly completed: number | undefined;
  readonly comment: number | undefined;
}

/** One process and what its rows say. */
class ProcessRows {
  readonly first: TableRow;
  readonly tasks: ChecklistItem[] = [];
  readonly comments: string[] = [];
  lastDone = '';

  constructor(first: TableRow) {
    this.first = first;
  }

  take(row: TableRow, at: TaskColumns): void {
    const type = cellOf(row, at.type).toLowerCase();
    if (type === 'process_task' || type === 'kick_off_task') {
      const completed = cellOf(row, at.completed);
      const isDone = completed !== '' || /complete/i.test(cellOf(row, at.status));
      const title = cellOf(row, at.name);
      if (title !== '') this.tasks.push({ title, isDone });
      if (completed > this.lastDone) this.lastDone = completed;
    } else if (type === 'process_task_comment') {
      const comment = cellOf(row, at.comment);
      if (comment !== '') this.comments.push(comment);
    }
  }
}
