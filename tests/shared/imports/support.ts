import type { DecodeBytes } from '#shared/imports/decode-text';
import type { Mapping } from '#shared/imports/mapping';
import type { ReadChoices, Table } from '#shared/imports/table';
import { readSource } from '#shared/imports/source-table';
import { readTable } from '#shared/imports/table';
import { profileColumns } from '#shared/imports/column-profile';
import type { SuggestionContext } from '#shared/imports/suggest-mapping';
import { suggestMapping } from '#shared/imports/suggest-mapping';
import { decodeBytes } from '../../../renderer/services/table-import/decode-bytes.ts';

export const decode: DecodeBytes = decodeBytes;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A table from text; a failure fails the test with its code. */
export function tableOf(text: string, choices: ReadChoices = {}): Table {
  const read = readTable(bytesOf(text), decode, choices);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Why a file is no table. */
export function refusalOf(bytes: Uint8Array): string {
  const read = readTable(bytes, decode);
  return read.ok ? 'read' : read.error.code;
}

export function suggestionFor(text: string, context: Partial<SuggestionContext> = {}): Mapping {
  return suggestionOf(tableOf(text), context);
}

/** A table as the import screen reads it, whatever it is. */
export function sourceOf(content: string | Uint8Array, choices: ReadChoices = {}): Table {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const read = readSource(bytes, decode, choices);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

function suggestionOf(table: Table, context: Partial<SuggestionContext> = {}): Mapping {
  return suggestMapping(profileColumns(table), {
    fileName: 'table.csv',
    rowCount: table.rows.length,
    zone: 'UTC',
    memberId: 'boss',
    isOwnOnly: false,
    currencyDigits: 2,
    outcomes: [],
    meanings: table.meanings,
    ...context,
  });
}

/** The header that each field was mapped to. */
export function headersOf(text: string, mapping: Mapping): Record<string, string> {
  const { headers } = tableOf(text);
  const named: Record<string, string> = {};
  for (const [field, column] of Object.entries(mapping.columns))
    named[field] = headers[column] ?? '';
  if (mapping.titleColumns.length > 0) {
    named['title'] = mapping.titleColumns.map((column) => headers[column]).join('+');
  }
  if (mapping.noteColumns.length > 0) {
    named['note'] = mapping.noteColumns.map((column) => headers[column]).join('+');
  }
  if (mapping.member.column !== null) named['member'] = headers[mapping.member.column] ?? '';
  if (mapping.outcome.column !== null) named['outcome'] = headers[mapping.outcome.column] ?? '';
  return named;
}
