import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';

/** How Markdown is written, everywhere the same. */
export const MARKDOWN_STYLE = { bullet: '-', listItemIndent: 'one', rule: '-' } as const;

/** Blocks as the Markdown of a step. */
export const blocksText = (blocks: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    { ...MARKDOWN_STYLE, extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  ).trim();

/** The blocks of a step's Markdown. */
export const blocksOf = (text: string): readonly RootContent[] =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;

/**
 * What blocks say as plain text, for fields that are shown as they are written: paragraphs with a line
 * between them, points on lines of their own.
 */
export const plainText = (blocks: readonly RootContent[]): string =>
  blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join('\n\n');

function plainBlock(block: RootContent): string {
  if (block.type === 'list') {
    return block.children.map(({ children }) => `- ${plainText(children)}`).join('\n');
  }
  if (block.type === 'blockquote') return plainText(block.children);
  if (block.type === 'table' || block.type === 'thematicBreak') return '';
  if (block.type === 'code') return block.value;
  return 'children' in block ? plainPhrasing(block.children) : '';
}

const plainPhrasing = (nodes: readonly Nodes[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if ('children' in node) return plainPhrasing(node.children);
      return 'value' in node ? node.value.replaceAll(/[^\S\n]*\n\s*/g, ' ') : '';
    })
    .join('')
    .trim();

/** What a heading or a title says, on one line. */
export const lineText = (node: RootContent | PhrasingContent): string =>
  toString(node).replaceAll(/\s+/g, ' ').trim();

/** Phrasing without its first `count` letters. */
export function withoutStart(
  children: readonly PhrasingContent[],
  count: number,
): PhrasingContent[] {
  const rest: PhrasingContent[] = [];
  let left = count;
  for (const child of children) {
    if (left <= 0) {
      rest.push(child);
      continue;
    }
    const length = toString(child).length;
    if (length > left) {
      if (child.type === 'text') rest.push({ type: 'text', value: child.value.slice(left) });
      else if (child.type === 'strong' || child.type === 'emphasis') {
        rest.push({ ...child, children: withoutStart(child.children, left) });
      } else rest.push(child);
    }
    left -= length;
  }
  return trimmedStart(rest);
}

function trimmedStart(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type === 'break') return trimmedStart(rest);
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(/^[\s:–—-]+/u, '');
  return value === '' ? trimmedStart(rest) : [{ ...first, value }, ...rest];
}

/** At most so many bytes of UTF-8, cut between lines where that is near. */
export function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > limit) {
      const line = text.lastIndexOf('\n', at);
      return text.slice(0, line > at / 2 ? line : at).trimEnd();
    }
    at += char.length;
  }
  return text;
}
