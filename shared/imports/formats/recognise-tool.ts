import { headerKey } from '../header-words.ts';
import { asana } from './asana.ts';
import { clickup } from './clickup.ts';
import type { Format } from './format.ts';
import { jira } from './jira.ts';
import { tallyfy } from './tallyfy.ts';
import { todoist } from './todoist.ts';
import { trello } from './trello.ts';

const FORMATS: readonly Format[] = [tallyfy, todoist, trello, jira, clickup, asana];

/** The program whose export a table is, by its headers; null of any other table. */
export function recogniseTool(headers: readonly string[]): Format | null {
  const keys = new Set(headers.map((header) => headerKey(header.replace(/ \(\d+\)$/, ''))));
  return FORMATS.find(({ recognises }) => recognises(keys)) ?? null;
}
