import { headerKey } from './header-words.ts';

/** What a column of a table of steps can hold. */
export type SopColumn =
  | 'procedure'
  | 'section'
  | 'number'
  | 'step'
  | 'how'
  | 'why'
  | 'kind'
  | 'required'
  | 'options'
  | 'min'
  | 'max'
  | 'minutes'
  | 'url'
  | 'linked'
  | 'waitOn'
  | 'waitMinutes'
  | 'rules';

const list = (text: string): readonly string[] => text.split(', ');

/** Headers by what they mean, likeliest first; a column is taken once. Also in Spanish, Portuguese, French and German. */
const WORDS: Readonly<Record<SopColumn, readonly string[]>> = {
  number: list('no, nr, number, step no, step number, step id, id, order, position, numero, n'),
  step: list(
    'step, steps, task, task name, title, what, what to do, action, activity, item, step title, step name, check, todo, to do, checklist item, name, summary, content, paso, pasos, tarea, accion, passo, tarefa, etape, tache, schritt, aufgabe',
  ),
  procedure: list(
    'sop, procedure, process, sop title, checklist, checklist name, template, blueprint name, procedimiento, proceso, procedimento, processo, procedure name, prozess',
  ),
  section: list(
    'section, phase, stage, group, heading, category, area, part, section column, list, list name, seccion, fase, secao, rubrique, abschnitt',
  ),
  how: list(
    'how, how to, details, detail, instructions, instruction, description, notes, note, body, how to do it, procedure text, comments, como, detalles, instrucciones, instrucoes, descricao, descripcion, comment, anleitung, beschreibung',
  ),
  why: list(
    'why, reason, rationale, purpose, because, por que, motivo, razon, porque, pourquoi, warum, grund',
  ),
  kind: list(
    'kind, type, answer, answered by, field type, input, step type, response type, tipo, typ',
  ),
  required: list(
    'required, mandatory, optional, must, is required, obligatorio, obrigatorio, requerido, pflicht',
  ),
  options: list(
    'options, choices, values, answers, allowed values, dropdown, opciones, opcoes, optionen',
  ),
  min: list('min, minimum, at least, lower limit, low, from, minimo'),
  max: list('max, maximum, at most, upper limit, high, to, maximo'),
  minutes: list(
    'minutes, expected minutes, expected time, time, duration, estimate, estimated time, time estimate, mins, min time, est minutes, time min, tiempo, duracion, minutos, tempo, duree, dauer',
  ),
  url: list('url, link, web address, address, enlace, lien'),
  linked: list('linked procedure, linked sop, nested sop, runs'),
  waitOn: list('wait for, waiting for, wait on'),
  waitMinutes: list('wait minutes, waiting minutes, wait time'),
  rules: list('rules, rule, conditions, condition, logic'),
};

const isColumn = (name: string): name is SopColumn => Object.hasOwn(WORDS, name);
const COLUMNS = Object.keys(WORDS).filter(isColumn);

export type SopColumns = ReadonlyMap<SopColumn, number>;

/** Columns by their headers. */
export function sopColumns(headers: readonly string[]): SopColumns {
  const found: { readonly column: SopColumn; readonly index: number; readonly rank: number }[] = [];
  headers.forEach((header, index) => {
    const key = headerKey(header);
    for (const column of COLUMNS) {
      const rank = WORDS[column].indexOf(key);
      if (rank >= 0) found.push({ column, index, rank });
    }
  });
  const columns = new Map<SopColumn, number>();
  for (const { column, index } of found.toSorted((a, b) => a.rank - b.rank)) {
    if (!columns.has(column) && ![...columns.values()].includes(index)) columns.set(column, index);
  }
  return columns;
}
