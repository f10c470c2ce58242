import { inflateSync } from 'node:zlib';

const OBJECT = /(\d+) 0 obj\b([\s\S]*?)\bendobj/g;
const SHOWN =
  /\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\.)*)\)|\b(?:Td|TD|Tm|T\*|ET)\b/g;

/**
 * The words of a PDF as Chromium writes it: letters by each font's table of what its glyphs mean
 * (ISO 32000-1, 9.10.3). Enough to say whether a text is in it; lines are not put together again.
 */
export function pdfText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of text.matchAll(OBJECT)) objects.set(id, body);
  const tables = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table !== undefined) tables.set(name, glyphTable(streamOf(objects.get(table) ?? '')));
    }
  }
  return [...objects.values()]
    .map(streamOf)
    .filter((stream) => stream.includes('BT'))
    .map((stream) => shownIn(stream, tables))
    .join('\n');
}

/** How many pages it says it has. */
export const pdfPages = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** By its length and not by the line break after it: the last byte of a stream can be one itself. */
function streamOf(body: string): string {
  const start = /stream\r?\n/.exec(body);
  if (start === null) return '';
  const length = /\/Length (\d+)(?! \d+ R)/.exec(body.slice(0, start.index))?.[1];
  if (length === undefined) throw new Error(`A stream without a length: ${body.slice(0, 80)}`);
  const from = start.index + start[0].length;
  const found = body.slice(from, from + Number(length));
  return body.slice(0, start.index).includes('/FlateDecode')
    ? inflateSync(Buffer.from(found, 'latin1')).toString('latin1')
    : found;
}

/** Glyph codes in hexadecimal, as wide as the table writes them, to letters. */
function glyphTable(cmap: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const letters = (hex: string): string =>
    (hex.match(/.{4}/g) ?? [])
      .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .join('');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      table.set(code.toUpperCase(), letters(to));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', last = '', to = ''] of block.matchAll(
      /<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi,
    )) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(last, 16); code += 1) {
        const unit = Number.parseInt(to, 16) + code - first;
        const key = code.toString(16).toUpperCase().padStart(from.length, '0');
        table.set(key, String.fromCharCode(unit));
      }
    }
  }
  return table;
}

function shownIn(stream: string, tables: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let table: ReadonlyMap<string, string> = new Map();
  let shown = '';
  for (const [whole, font, hex, literal] of stream.matchAll(SHOWN)) {
    if (font !== undefined) table = tables.get(font) ?? new Map();
    else if (hex !== undefined) shown += lettersOf(hex.replaceAll(/\s/g, ''), table);
    else if (literal !== undefined)
      shown += lettersOf(Buffer.from(unescaped(literal), 'latin1').toString('hex'), table);
    else if (whole === 'ET') shown += ' ';
  }
  return shown;
}

function lettersOf(hex: string, table: ReadonlyMap<string, string>): string {
  const [width = 4] = [...table.keys()].map((key) => key.length);
  const codes = hex.toUpperCase().match(new RegExp(`.{${width}}`, 'g')) ?? [];
  return codes.map((code) => table.get(code) ?? '').join('');
}

const unescaped = (literal: string): string =>
  literal.replaceAll(/\\(\d{1,3}|.)/g, (_, code: string) =>
    /^\d/.test(code)
      ? String.fromCharCode(Number.parseInt(code, 8))
      : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[code] ?? code),
  );
