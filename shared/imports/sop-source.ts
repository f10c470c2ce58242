import type { Result } from '../result.ts';
import type { DecodeBytes } from './decode-text.ts';
import { decodeText } from './decode-text.ts';
import type { SopChoices, SopFailure, SopReading } from './sop-document.ts';
import { plainToMarkdown } from './sop-plain.ts';
import { readSopMarkdown, readSopPage } from './sop-read.ts';
import { readSopTable } from './sop-table.ts';

/** What procedures are read from: a file, or what lay on the clipboard. */
export type SopSource =
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'paste';
      readonly html: string;
      readonly text: string;
      /** The text in UTF-8. */
      readonly bytes: Uint8Array;
    };

/** Reads a document by what it is: a table by its name, a page by its beginning, else Markdown. */
export function readSopSource(
  source: SopSource,
  choices: Partial<SopChoices>,
  decode: DecodeBytes,
): Result<SopReading, SopFailure> {
  if (source.kind === 'paste') return readPasted(source, choices, decode);
  const { fileName, bytes } = source;
  if (/\.(?:csv|tsv)$/i.test(fileName)) return readSopTable(bytes, decode, fileName);
  const decoded = decodeText(bytes, decode);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (/\.html?$/i.test(fileName) || /^\s*<(?:!doctype html|html|head|body|meta)\b/i.test(text)) {
    return readSopPage(text, fileName, choices);
  }
  const markdown = /\.txt$/i.test(fileName) ? plainToMarkdown(text) : text;
  return readSopMarkdown(markdown.replaceAll(/\r\n?/g, '\n'), fileName, choices);
}

function readPasted(
  { html, text, bytes }: Extract<SopSource, { kind: 'paste' }>,
  choices: Partial<SopChoices>,
  decode: DecodeBytes,
): Result<SopReading, SopFailure> {
  // A program that shows Markdown puts coloured text beside it: only a page with lists or headings says more.
  if (/<(?:ol|ul|li|h[1-6])\b|mso-list:/i.test(html)) return readSopPage(html, '', choices);
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.every((line) => line.includes('\t'))) {
    return readSopTable(bytes, decode, '');
  }
  return readSopMarkdown(plainToMarkdown(text), '', choices);
}
