import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer');
/** Properties and attributes whose texts people read. */
const READ =
  /^(label|title|text|placeholder|description|hint|alt|message|detail|aria-label|aria-description|aria-roledescription|aria-placeholder|data-tooltip)$/;
const LETTERS = /\p{L}{2}/u;
/** A key, a name of the code or a unit that is the same everywhere is no text. */
const IS_CODE = /^[a-z-][\w.:/-]*$|^(Alt|Shift|Ctrl)\+/;

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield each;
  }
}

const textOf = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === 'JSXText' || node.type === 'Literal') {
    return typeof node['value'] === 'string' ? node['value'] : null;
  }
  if (node.type === 'JSXExpressionContainer') return textOf(node['expression']);
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  return node['quasis'].map((each) => (isNode(each) ? rawOf(each) : '')).join(' ');
};

const rawOf = ({ value }: Node): string =>
  typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '';

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '';

function* literalsIn(node: Node): Generator<Node> {
  const isShown =
    node.type === 'JSXText' ||
    (node.type === 'JSXAttribute' && READ.test(nameOf(node['name']))) ||
    (node.type === 'Property' && READ.test(nameOf(node['key'])));
  const text = node.type === 'JSXText' ? textOf(node) : isShown ? textOf(node['value']) : null;
  if (text !== null && LETTERS.test(text) && !IS_CODE.test(text.trim())) yield node;
  for (const child of childrenOf(node)) yield* literalsIn(child);
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Calls of `t` while a module is read, when nobody has said yet which language it is. */
function* earlyTexts(node: Node): Generator<Node> {
  if (FUNCTIONS.has(node.type)) return;
  if (node.type === 'PropertyDefinition' && node['static'] !== true) return;
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 't') yield node;
  for (const child of childrenOf(node)) yield* earlyTexts(child);
}

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('i18n') && !file.endsWith('.d.ts'),
);

const programs = files.map((file) => {
  const source = readFileSync(path.join(RENDERER, file), 'utf8');
  const { program } = parseSync(file, source);
  if (!isNode(program)) throw new Error(`${file} does not parse`);
  return { file, source, program };
});

const find = (look: (program: Node) => Generator<Node>): string[] =>
  programs.flatMap(({ file, source, program }) =>
    [...look(program)].map(({ start }) => {
      const line = source.slice(0, start).split('\n').length;
      return `${file}:${line} ${source.slice(start, start + 60).split('\n')[0]}`;
    }),
  );

test('every text that people read comes from the catalogue', () => {
  expect(find(literalsIn)).toEqual([]);
});

test('no text is read before it is known which language it is', () => {
  expect(find(earlyTexts)).toEqual([]);
});
