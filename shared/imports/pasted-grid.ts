import { fromHtml } from 'hast-util-from-html';
import { LEFT_OUT } from './sop-html-names.ts';

type PageNode = ReturnType<typeof fromHtml>['children'][number];

/** Deeper pages are no tables, and a parser of trees is not to be led that deep. */
const MAX_DEPTH = 200;
const MAX_HTML_CHARS = 16 * 1024 * 1024;

/**
 * The largest table of a page as rows of cells; null where it has none. Read as text: nothing in it is
 * ever shown as a page or run. A cell over several columns is followed by empty ones.
 */
export function htmlRows(html: string): readonly (readonly string[])[] | null {
  if (html.length > MAX_HTML_CHARS || !/<t[dh][\s>]/i.test(html)) return null;
  const tables: string[][][] = [];
  collect(fromHtml(html, { fragment: true }).children, tables, null, 0);
  const largest = tables.toSorted((a, b) => b.length - a.length)[0];
  return largest && largest.length > 0 ? largest : null;
}

function collect(
  nodes: readonly PageNode[],
  tables: string[][][],
  table: string[][] | null,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  for (const node of nodes) {
    if (node.type !== 'element' || LEFT_OUT.has(node.tagName)) continue;
    if (node.tagName === 'table') {
      const own: string[][] = [];
      tables.push(own);
      collect(node.children, tables, own, depth + 1);
    } else if (node.tagName === 'tr' && table) {
      table.push(node.children.flatMap((cell) => cellTexts(cell, depth + 1)));
    } else collect(node.children, tables, table, depth + 1);
  }
}

function cellTexts(node: PageNode, depth: number): readonly string[] {
  if (node.type !== 'element' || (node.tagName !== 'td' && node.tagName !== 'th')) return [];
  const span = Number(node.properties['colSpan'] ?? 1);
  const empty = Array.from({ length: Math.min(100, Math.max(1, span || 1)) - 1 }, () => '');
  return [
    textOf(node, depth)
      .replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n')
      .trim(),
    ...empty,
  ];
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr']);

function textOf(node: PageNode, depth: number): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type !== 'element' || depth > MAX_DEPTH || LEFT_OUT.has(node.tagName)) return '';
  const text = node.children.map((child) => textOf(child, depth + 1)).join('');
  return BREAKS.has(node.tagName) ? `${text}\n` : text;
}

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** A Markdown table (GitHub Flavored Markdown 0.29, 4.10) as rows of cells; null where the text is none. */
export function markdownRows(text: string): readonly (readonly string[])[] | null {
  const lines = text.split(/\r?\n/);
  const rule = lines.findIndex(
    (line) => line.length < 4_000 && line.includes('|') && RULE.test(line),
  );
  const head = lines[rule - 1];
  if (rule < 1 || head === undefined || !head.includes('|')) return null;
  const rows = [barCells(head)];
  for (const line of lines.slice(rule + 1)) {
    if (!line.includes('|')) break;
    rows.push(barCells(line));
  }
  return rows.length > 1 ? rows : null;
}

function barCells(line: string): readonly string[] {
  const body = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return body.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll(String.raw`\|`, '|')
      .replace(/<br\s*\/?>/gi, '\n'),
  );
}
