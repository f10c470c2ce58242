import type { Json } from '../json.ts';
import { objectOf, textOf } from '../record-fields.ts';
import { parseJson } from './parse-json.ts';

export interface ChecklistItem {
  readonly title: string;
  readonly isDone: boolean;
}

/** A list of things to tick, as tools hang them on a piece of work. */
export interface Checklist {
  /** Empty where the tool names none. */
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

const CHECKLIST_LIMITS = { items: 500, lists: 50, titleChars: 160 } as const;
const CELL_CHARS = 256 * 1024;

/** Checklists as a cell's text, in the form that `readChecklists` reads first. */
export const writeChecklists = (lists: readonly Checklist[]): string =>
  lists.length === 0
    ? ''
    : JSON.stringify(
        lists.map(({ name, items }) => ({
          name,
          items: items.map(({ title, isDone }) => ({ title, done: isDone })),
        })),
      );

/**
 * Reads a cell of checklists: the form above, ClickUp's `{"Steps":["Hook","Bio"]}`, Markdown's
 * `- [x] Hook`, or a line for each item. Null where it looks like JSON and is none of it.
 */
export function readChecklists(text: string): readonly Checklist[] | null {
  const body = text.trim();
  if (body === '' || body === '[]' || body === '{}') return [];
  if (body.length > CELL_CHARS) return null;
  if (/^\{\s*"|^\[\s*\{/.test(body)) {
    const value = parseJson(body);
    const lists = Array.isArray(value) ? value.map(listOf) : namedLists(value);
    return lists?.every((list) => list !== null)
      ? limited(lists.filter((list) => list !== null))
      : null;
  }
  return limited([{ name: '', items: body.split(/\r?\n/).flatMap(itemOfLine) }]);
}

function listOf(value: Json): Checklist | null {
  const fields = objectOf(value);
  const items = fields?.['items'];
  if (!fields || !Array.isArray(items)) return null;
  return { name: titleText(textOf(fields, 'name')), items: items.flatMap(itemOf) };
}

function namedLists(value: Json | undefined): readonly Checklist[] | null {
  const fields = objectOf(value);
  if (!fields) return null;
  return Object.entries(fields).map(([name, items]) => ({
    name: titleText(name),
    items: (Array.isArray(items) ? items : [items]).flatMap(itemOf),
  }));
}

function itemOf(value: Json | undefined): readonly ChecklistItem[] {
  if (typeof value === 'string') return itemOfLine(value);
  const fields = objectOf(value);
  if (!fields) return [];
  const title = titleText(textOf(fields, 'title') || textOf(fields, 'name'));
  const isDone = fields['done'] === true || fields['resolved'] === true;
  return title === '' ? [] : [{ title, isDone }];
}

function itemOfLine(line: string): readonly ChecklistItem[] {
  const [, mark, rest = ''] = /^\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:\[([ xX✓])\]\s+)?(.*)$/su.exec(
    line.slice(0, 2_000),
  ) ?? [null, undefined, ''];
  const title = titleText(rest);
  return title === '' ? [] : [{ title, isDone: mark !== undefined && mark !== ' ' }];
}

const titleText = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, CHECKLIST_LIMITS.titleChars);

const limited = (lists: readonly Checklist[]): readonly Checklist[] =>
  lists
    .filter(({ items }) => items.length > 0)
    .slice(0, CHECKLIST_LIMITS.lists)
    .map(({ name, items }) => ({ name, items: items.slice(0, CHECKLIST_LIMITS.items) }));

/** Checklists as lines of a note: `[x] Hook`. */
export function checklistLines(lists: readonly Checklist[]): readonly string[] {
  return lists.flatMap(({ name, items }) => [
    ...(name === '' ? [] : [`${name}:`]),
    ...items.map(({ title, isDone }) => `${isDone ? '[x]' : '[ ]'} ${title}`),
  ]);
}

/** What makes two checklists one procedure: their name and their items, whatever is ticked. */
export const checklistKey = ({ name, items }: Checklist): string =>
  JSON.stringify([name.toLowerCase(), items.map(({ title }) => title.toLowerCase())]);
