import type { Json } from '../../json.ts';
import { flagOf, objectOf, objectsIn, textOf, textsOf } from '../../record-fields.ts';
import type { Fields } from '../../stream/change.ts';
import type { Checklist } from '../checklists.ts';
import { writeChecklists } from '../checklists.ts';
import { guessState } from '../work-state.ts';
import type { TableRow } from '../parse-records.ts';
import { known } from './columns.ts';
import type { Meanings, ShapedTable } from './format.ts';
import { createdFromId, outcomeOf, statusOf } from './trello-shared.ts';

const HEADERS = [
  'Card ID',
  'Card Name',
  'Card Description',
  'Card URL',
  'List Name',
  'Board Name',
  'Status',
  'Member',
  'Also on it',
  'Label names',
  'Checklists',
  'Created',
  'Start Date',
  'Due Date',
  'Moved here',
  'Last Activity Date',
] as const;

const at = (header: (typeof HEADERS)[number]): number => HEADERS.indexOf(header);

/**
 * Trello's JSON of a board ("Export as JSON"; objects as in Trello's REST API): `cards`, `lists`,
 * `checklists`, `members`, `labels` and `actions`. A card's checklists lie beside the cards, its members are ids,
 * and a closed card or a card on a closed list is archived. Actions go back a thousand: where they
 * tell when a card came to its list, that is when its work was done. Null where the text is no board.
 */
export function boardTable(board: Json | undefined): ShapedTable | null {
  const fields = objectOf(board);
  const cards = objectsIn(fields?.['cards']);
  const lists = byId(fields?.['lists']);
  if (!fields || !Array.isArray(fields['cards']) || !Array.isArray(fields['lists'])) return null;
  const reader = new CardReader(fields, lists);
  const names = [...lists.values()].map((list) => textOf(list, 'name'));
  const isBoardOutcome = outcomeOf(names) === 'board' && textOf(fields, 'name') !== '';
  const meanings: Meanings = known<Meanings>({
    key: at('Card ID'),
    title: at('Card Name'),
    reference: at('Card URL'),
    outcome: at(isBoardOutcome ? 'Board Name' : 'List Name'),
    status: at('Status'),
    member: at('Member'),
    checklists: at('Checklists'),
    requested: at('Created'),
    started: at('Start Date'),
    due: at('Due Date'),
    touched: at('Moved here'),
    note: [at('Card Description'), at('Label names'), at('Also on it')],
  });
  return {
    headers: HEADERS,
    rows: cards.map((card, index) => reader.row(card, index + 1)),
    meanings,
    leftOut: [],
    source: textOf(fields, 'id'),
    zone: null,
  };
}

class CardReader {
  readonly #board: string;
  readonly #lists: ReadonlyMap<string, Fields>;
  readonly #members: ReadonlyMap<string, Fields>;
  readonly #labels: ReadonlyMap<string, Fields>;
  readonly #checklists = new Map<string, Checklist[]>();
  readonly #movedAt = new Map<string, string>();

  constructor(board: Fields, lists: ReadonlyMap<string, Fields>) {
    this.#board = textOf(board, 'name');
    this.#lists = lists;
    this.#members = byId(board['members']);
    this.#labels = byId(board['labels']);
    for (const list of objectsIn(board['checklists'])) {
      const cardId = textOf(list, 'idCard');
      const held = this.#checklists.get(cardId) ?? [];
      held.push(checklistOf(list));
      this.#checklists.set(cardId, held);
    }
    for (const action of objectsIn(board['actions'])) this.#readAction(action);
  }

  row(card: Fields, line: number): TableRow {
    const id = textOf(card, 'id');
    const list = this.#lists.get(textOf(card, 'idList')) ?? {};
    const names = textsOf(card, 'idMembers').map((each) => memberName(this.#members.get(each)));
    const [member = '', ...others] = names.filter(Boolean);
    const status = statusOf({
      list: textOf(list, 'name'),
      isArchived: flagOf(card, 'closed') || flagOf(list, 'closed'),
      isComplete: flagOf(card, 'dueComplete') && guessState(textOf(list, 'name')) !== 'blocked',
    });
    const checklists = this.#checklists.get(id) ?? objectsIn(card['checklists']).map(checklistOf);
    const cells: Readonly<Record<(typeof HEADERS)[number], string>> = {
      'Card ID': id,
      'Card Name': textOf(card, 'name'),
      'Card Description': textOf(card, 'desc'),
      'Card URL': textOf(card, 'shortUrl') || textOf(card, 'url'),
      'List Name': textOf(list, 'name'),
      'Board Name': this.#board,
      Status: status,
      Member: member,
      'Also on it': others.join(', '),
      'Label names': this.#labelNames(card),
      Checklists: writeChecklists(checklists),
      Created: createdFromId(id),
      'Start Date': textOf(card, 'start'),
      'Due Date': textOf(card, 'due'),
      'Moved here': this.#movedAt.get(id) ?? textOf(card, 'dateLastActivity'),
      'Last Activity Date': textOf(card, 'dateLastActivity'),
    };
    return { line, cells: HEADERS.map((header) => cells[header]) };
  }

  #labelNames(card: Fields): string {
    const own = objectsIn(card['labels']);
    const labels =
      own.length > 0 ? own : textsOf(card, 'idLabels').map((id) => this.#labels.get(id));
    return labels
      .map((label) => (label ? textOf(label, 'name') || textOf(label, 'color') : ''))
      .filter(Boolean)
      .join(', ');
  }

  /** The latest time at which a card came to another list or was ticked as complete. */
  #readAction(action: Fields): void {
    const data = objectOf(action['data']);
    const old = objectOf(data?.['old']);
    const card = objectOf(data?.['card']);
    const date = textOf(action, 'date');
    if (!data || !card || textOf(action, 'type') !== 'updateCard') return;
    const isMove = objectOf(data['listAfter']) !== null;
    const isTick = old !== null && 'dueComplete' in old && flagOf(card, 'dueComplete');
    const id = textOf(card, 'id');
    if ((isMove || isTick) && date > (this.#movedAt.get(id) ?? '')) this.#movedAt.set(id, date);
  }
}

const memberName = (member: Fields | undefined): string =>
  member ? textOf(member, 'fullName') || textOf(member, 'username') : '';

/** Items in the order in which they are shown. */
function checklistOf(list: Fields): Checklist {
  const items = objectsIn(list['checkItems']).toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    name: textOf(list, 'name'),
    items: items.map((item) => ({
      title: textOf(item, 'name'),
      isDone: textOf(item, 'state') === 'complete',
    })),
  };
}

const placeOf = (item: Fields): number => {
  const place = item['pos'];
  return typeof place === 'number' ? place : 0;
};

const byId = (value: Json | undefined): ReadonlyMap<string, Fields> =>
  new Map(objectsIn(value).map((each) => [textOf(each, 'id'), each]));
