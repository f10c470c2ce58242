import type { Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { isHttps } from '../https.ts';
import { LEFT_OUT, UNMISSED, isElementName, tagName } from './sop-html-names.ts';
import type { ImportNotes } from './sop-notes.ts';
import { pageTree } from './sop-page.ts';

/** A document's blocks, and the text of its front matter; null where it has none. */
export interface SopTree {
  readonly blocks: readonly RootContent[];
  readonly frontMatter: string | null;
}

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 0;

/** Markdown as blocks that hold words, lists, tables, code and https links alone. */
export function markdownTree(text: string, notes: ImportNotes): SopTree {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const [first] = root.children;
  return {
    blocks: cleanTree(root, notes),
    frontMatter: first?.type === 'yaml' ? first.value : null,
  };
}

/** A page as blocks of the same kind. */
export const pageBlocks = (html: string, notes: ImportNotes): SopTree => ({
  blocks: cleanTree(pageTree(html, notes), notes),
  frontMatter: null,
});

function cleanTree(root: Root, notes: ImportNotes): readonly RootContent[] {
  const cleaner = new Cleaner(notes);
  cleaner.define(root);
  return cleaner.clean(root.children);
}

/** Pictures that are kept with their workspace, by what is in them. */
const EVIDENCE_URL = /^evidence:[0-9a-f]{64}$/;

class Cleaner {
  readonly #definitions = new Map<string, Definition>();
  readonly #notes: ImportNotes;

  constructor(notes: ImportNotes) {
    this.#notes = notes;
  }

  define(node: Nodes): void {
    if (node.type === 'definition') {
      const key = node.identifier.toLowerCase();
      if (!this.#definitions.has(key)) this.#definitions.set(key, node);
    }
    if ('children' in node) for (const child of node.children) this.define(child);
  }

  clean<T extends Nodes>(nodes: readonly T[]): T[] {
    const all: Nodes[] = [];
    for (const node of nodes) all.push(...this.#cleanNode(node));
    // What stands for a node may stand where it stood: see `#cleanNode`.
    return all as T[];
  }

  /** Nothing, the node, or what says the same: phrasing for phrasing and blocks for blocks. */
  #cleanNode(node: Nodes): readonly Nodes[] {
    switch (node.type) {
      case 'yaml':
      case 'definition':
      case 'footnoteReference':
        return [];
      case 'footnoteDefinition':
        this.#notes.add('footnote-left-out', lineOf(node), toString(node));
        return [];
      case 'html':
        return this.#cleanHtml(node.value, lineOf(node));
      case 'image':
        return this.#cleanPicture(node.url, node.alt ?? '', node);
      case 'imageReference':
        return this.#cleanPicture(
          this.#definitions.get(node.identifier.toLowerCase())?.url ?? '',
          node.alt ?? '',
          node,
        );
      case 'link':
        return this.#cleanLink(node.url, node.children, node);
      case 'linkReference': {
        const url = this.#definitions.get(node.identifier.toLowerCase())?.url ?? '';
        return this.#cleanLink(url, node.children, node);
      }
      case 'list':
        if (!isContents(node)) return this.#cleanParent(node);
        this.#notes.add('section-left-out', lineOf(node), toString(node));
        return [];
      default:
        return this.#cleanParent(node);
    }
  }

  #cleanParent(node: Nodes): readonly Nodes[] {
    if (!('children' in node)) return [node];
    const children = this.clean<Nodes>(node.children);
    if (node.type === 'paragraph' || node.type === 'heading') trimEnd(children);
    const isGone = children.length === 0 && node.children.length > 0;
    if (isGone || (node.type === 'paragraph' && children.every(isBlank))) return [];
    return [{ ...node, children } as Nodes];
  }

  #cleanPicture(url: string, alt: string, node: Nodes): readonly Nodes[] {
    if (EVIDENCE_URL.test(url)) return [{ type: 'image', url, alt }];
    const where = url.startsWith('data:') ? url.slice(0, url.indexOf(',')).slice(0, 40) : url;
    this.#notes.add('picture-left-out', lineOf(node), alt === '' ? where : `${alt}: ${where}`);
    return [];
  }

  #cleanLink(url: string, children: readonly PhrasingContent[], node: Nodes): readonly Nodes[] {
    const inner = this.clean<PhrasingContent>(children);
    if (inner.length === 0) return [];
    if (isHttps(url)) {
      const link = inner.filter((child) => child.type !== 'link');
      const { position } = node;
      return [{ type: 'link', url, children: link, ...(position && { position }) }];
    }
    const words = toString(node, { includeImageAlt: false });
    // An address that stands there as a word was made a link by its reader, and has no place of its own.
    const isWord = node.position === undefined && url === `mailto:${words}`;
    if (!url.startsWith('#') && !isWord) {
      this.#notes.add('link-left-out', lineOf(node), words === '' ? url : `${words}: ${url}`);
    }
    return inner;
  }

  #cleanHtml(html: string, line: number): readonly Nodes[] {
    const name = tagName(html);
    if (name === 'br') return [{ type: 'break' }];
    if (name !== null && !isElementName(name)) return [{ type: 'text', value: html }];
    if (name !== null && name !== 'img') {
      if (LEFT_OUT.has(name) && !UNMISSED.has(name) && !html.startsWith('</')) {
        this.#notes.add('html-left-out', line, `<${name}>`);
      }
      return [];
    }
    return this.clean<RootContent>(pageTree(html, this.#notes, line).children);
  }
}

/** A list of links to places in the same document: its contents, which the sections are already. */
function isContents(node: Nodes): boolean {
  if (node.type === 'list' || node.type === 'listItem') return node.children.every(isContents);
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  return only?.type === 'link' && only.url.startsWith('#') && others.length === 0;
}

/** What a picture that was left out leaves behind: a blank or a break that nothing follows. */
function trimEnd(children: Nodes[]): void {
  for (let last = children.at(-1); last && isBlank(last); last = children.at(-1)) children.pop();
  const last = children.at(-1);
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    children[children.length - 1] = { ...last, value: last.value.trimEnd() };
  }
}

const isBlank = (node: Nodes): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
