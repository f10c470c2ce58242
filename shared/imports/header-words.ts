import type { ColumnField } from './mapping.ts';

/** What a column can be taken for. */
export type HeaderMeaning =
  | ColumnField
  | 'title'
  | 'note'
  | 'outcome'
  | 'member'
  | 'email'
  | 'status';

/**
 * Headers by what they mean, likeliest first: those of Asana, Trello, Jira, ClickUp, Todoist, Tallyfy,
 * help desks, shop exports and hand-made logs, also in Spanish and Portuguese. Compared by words, without case, accents and signs.
 */
export const HEADER_WORDS: Readonly<Record<HeaderMeaning, readonly string[]>> = {
  key: list(
    'ticket, ticket id, ticket number, ticket no, issue key, key, task id, task custom id, card id, case id, case number, case, id, request id, request number, process id, order id, order number, incident, incident number, issue id, reference number, number, no, nr, numero, codigo',
  ),
  title: list(
    'title, name, task name, card name, summary, subject, task, content, work done, work, deliverable, activity, what, headline, process name, item, job, request, issue, titulo, asunto, assunto, tarea, tarefa',
  ),
  member: list(
    'assignee, assigned to, agent, owner, responsible, assignees, members, member, assistant, va, employee, staff, worker, completed by, done by, closed by, resolved by, handled by, technician, person, who, assignee name, agent name, team member, user, asignado, asignado a, responsable, responsavel, agente, asesor, atendente',
  ),
  client: list(
    'client, customer, client name, customer name, account, account name, company, company name, organisation, organization, brand, buyer, requester, store, shop, cliente, empresa',
  ),
  outcome: list(
    'outcome, section column, section, queue, list name, list, project, projects, project name, category, issue type, task type, request type, type of work, work type, board name, blueprint name, service, department, process, proyecto, projeto, categoria',
  ),
  requested: list(
    'requested at, requested, created at, created, date created, creation date, created on, created time, opened at, opened, open date, date opened, received, received at, date received, submitted, submitted at, submission date, reported, reported at, request date, requested on, added, date added, logged at, entered, creado, creado el, fecha de creacion, criado em, data de criacao, recibido, solicitado, aberto em',
  ),
  responded: list(
    'first response, first response at, first reply, first reply at, responded, responded at, first responded at, response date, replied at, acknowledged, acknowledged at, first answer',
  ),
  started: list(
    'started at, started, start date, start, start time, date started, in progress, in progress at, taken in charge, assigned at, begun, work started, iniciado, inicio, fecha de inicio',
  ),
  completed: list(
    'completed at, completed, date completed, completion date, completed on, completion time, resolved at, resolved, date resolved, resolution date, closed at, closed, date closed, close date, closed on, done, done at, done on, date done, finished, finished at, finish date, end date, end, end time, delivered, delivered at, delivery date, solved at, solved, date, completado, terminado, cerrado, resuelto, concluido, finalizado, fecha de cierre, data de conclusao, fecha, data',
  ),
  due: list(
    'due date, due, due at, due on, deadline, target date, date due, promised, promised by, vencimiento, fecha limite, prazo',
  ),
  quantity: list(
    'quantity, qty, count, units, number of items, items, pieces, volume, output, how many, number done, done count, total items, listings, records, cantidad, quantidade',
  ),
  errors: list(
    'errors, error, error count, mistakes, defects, number of errors, rejected, rejects, corrections, errors found, defect count, errores, erros',
  ),
  value: list(
    'value, amount, revenue, price, total, total amount, sum, sales, worth, invoice amount, importe, valor, monto',
  ),
  reference: list(
    'reference, ref, url, link, task link, card url, permalink, external id, invoice number, order, sku, tracking number',
  ),
  note: list(
    'notes, note, comment, comments, remarks, remark, description, card description, details, task content, observations, latest comment, notas, comentarios, observaciones, observacoes',
  ),
  reopened: list(
    'times reopened, reopened, reopen count, reopened count, reopens, number of reopens, reopen',
  ),
  email: list(
    'assignee email, email, e mail, email address, assignee email address, owner email, agent email, member email, correo, correo electronico',
  ),
  status: list(
    'status, state, stage, task status, ticket status, current status, progress, estado, situacao, situacion',
  ),
  parent: list(
    'parent id, parent task, parent, parent key, parent issue, parent task id, subtask of, part of, belongs to, tarea principal, tarefa principal',
  ),
  needs: list('blocked by, depends on, dependencies, predecessors, waiting for task, requires'),
  checklists: list('checklists, checklist, checklist items, steps, sub items, subtasks, to dos'),
  touched: list(
    'last modified, updated at, updated, last updated, last activity date, last activity, modified, modified at, date updated, last change, actualizado, atualizado em',
  ),
  waits: list(
    'waiting, waits, wait, waiting periods, on hold, holds, hold periods, blocked, blocks, pending, paused, pauses, waiting time',
  ),
};

function list(text: string): readonly string[] {
  return text.split(', ');
}

const HEADER_CHARS = 200;

/** Case, accents, signs and bracketed additions (`Time Spent (h)`) taken off. */
export const headerKey = (header: string): string =>
  header
    .slice(0, HEADER_CHARS)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that a date's header may carry beside its meaning: `Resolved at (UTC)`, `Created Text`. */
const LOOSE_WORDS = new Set('the a of at on time date utc gmt local timestamp ts day'.split(' '));

const bareKey = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !LOOSE_WORDS.has(word))
    .join(' ');

/** How well a header says a meaning: 1 for its first words, less down the list; 0 where it does not. */
export function headerScore(header: string, meaning: HeaderMeaning): number {
  const key = headerKey(header);
  if (key === '') return 0;
  const words = HEADER_WORDS[meaning];
  const exact = words.indexOf(key);
  if (exact >= 0) return 1 - (exact / words.length) * 0.2;
  const bare = bareKey(key);
  if (bare === '') return 0;
  const loose = words.findIndex((each) => bareKey(each) === bare);
  return loose >= 0 ? 0.75 - (loose / words.length) * 0.15 : 0;
}
