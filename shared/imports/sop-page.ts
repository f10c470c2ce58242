import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root, RootContent } from 'mdast';
import { LEFT_OUT, UNMISSED } from './sop-html-names.ts';
import type { ImportNotes } from './sop-notes.ts';
import { tidyPasted } from './sop-pasted.ts';

export type PageRoot = ReturnType<typeof fromHtml>;
export type PageElement = Extract<PageRoot['children'][number], { type: 'element' }>;
export type PageNode = PageElement['children'][number];

/**
 * What a page says, as Markdown's tree. It is read by a parser of text and never becomes a page again:
 * scripts, forms and frames are left out with what is in them.
 */
export function pageTree(html: string, notes: ImportNotes, firstLine = 1): Root {
  const page = fromHtml(html, { fragment: true });
  const shift = firstLine - 1;
  const said: PageRoot = {
    type: 'root',
    children: tidyPasted(kept(page.children, notes, shift)),
  };
  const tree = toMdast(said, { document: true });
  const children = tree.type === 'root' ? tree.children : [];
  if (shift > 0) for (const child of children) moveDown(child, shift);
  return { type: 'root', children };
}

function kept(nodes: PageRoot['children'], notes: ImportNotes, shift: number): PageNode[] {
  const all: PageNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') all.push(node);
    if (node.type !== 'element') continue;
    if (LEFT_OUT.has(node.tagName)) {
      if (!UNMISSED.has(node.tagName)) {
        notes.add('html-left-out', (node.position?.start.line ?? 1) + shift, `<${node.tagName}>`);
      }
      continue;
    }
    all.push({ ...node, children: kept(node.children, notes, shift) });
  }
  return all;
}

function moveDown(node: RootContent, shift: number): void {
  if (node.position) node.position.start.line += shift;
  if ('children' in node) for (const child of node.children) moveDown(child, shift);
}
