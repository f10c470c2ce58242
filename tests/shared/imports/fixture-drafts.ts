import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Draft } from '#shared/imports/draft';
import type { Mapping } from '#shared/imports/mapping';
import type { SuggestionContext } from '#shared/imports/suggest-mapping';
import { suggestMapping } from '#shared/imports/suggest-mapping';
import type { ReadChoices } from '#shared/imports/table';
import type { TableDraft, TableOutline } from '#shared/imports/table-session';
import { TableSession } from '#shared/imports/table-session';
import { decode } from './support.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/imports');

export const fixture = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(FOLDER, file)));

export interface Brought {
  readonly outline: TableOutline;
  readonly mapping: Mapping;
  readonly result: TableDraft;
  readonly drafts: readonly Draft[];
  /** The work of that title, as it is stored. */
  readonly work: (title: string) => Draft;
  /** The header that a field was mapped to. */
  readonly column: (index: number | null | undefined) => string;
}

/** A file as the import takes it, mapped as suggested but for `change`. */
export function bring(
  file: string | { readonly name: string; readonly bytes: Uint8Array },
  change: (suggested: Mapping, outline: TableOutline) => Partial<Mapping> = () => ({}),
  {
    choices = {},
    context = {},
  }: { readonly choices?: ReadChoices; readonly context?: Partial<SuggestionContext> } = {},
): Brought {
  const { name, bytes } =
    typeof file === 'string' ? { name: basename(file), bytes: fixture(file) } : file;
  const session = new TableSession(decode);
  session.open(bytes);
  const opened = session.reopen(choices);
  if (!opened.ok) throw new Error(opened.error.code);
  const outline = opened.value;
  const suggested = suggestMapping(outline.profiles, {
    fileName: name,
    rowCount: outline.rowCount,
    zone: outline.zone ?? 'UTC',
    memberId: 'boss',
    isOwnOnly: false,
    currencyDigits: 2,
    outcomes: [],
    meanings: outline.meanings,
    ...context,
  });
  const mapping = { ...suggested, ...change(suggested, outline) };
  const result = session.draft(mapping, 'table');
  const drafts = session.take(0, result.draftCount);
  return {
    outline,
    mapping,
    result,
    drafts,
    work: (title) => {
      const found = drafts.find(({ fields }) => fields['title'] === title);
      if (!found) throw new Error(`No work is called ${title}`);
      return found;
    },
    column: (index) => outline.headers[index ?? -1] ?? '',
  };
}

export const at = (text: string): number => Date.parse(text);
