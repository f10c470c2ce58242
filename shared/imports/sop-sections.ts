import type { RootContent } from 'mdast';
import { lineText } from './sop-text.ts';
import { lineOf } from './sop-tree.ts';

/** A heading with what stands under it, up to the next of its depth. */
export interface SopSection {
  readonly title: string;
  /** 1 to 6 as in the document, 7 for a line in bold that stands for a heading; 0 for the whole. */
  readonly depth: number;
  readonly line: number;
  readonly blocks: RootContent[];
  readonly children: SopSection[];
}

const BOLD_DEPTH = 7;
const BOLD_CHARS = 80;

/** The blocks of a document by its headings. */
export function sectionTree(blocks: readonly RootContent[]): SopSection {
  const root: SopSection = { title: '', depth: 0, line: 1, blocks: [], children: [] };
  let open: SopSection[] = [root];
  blocks.forEach((block, index) => {
    const depth = headingDepth(block, blocks[index + 1]);
    if (depth === null) {
      open.at(-1)?.blocks.push(block);
      return;
    }
    const title = lineText(block);
    if (title === '') return;
    const section: SopSection = { title, depth, line: lineOf(block), blocks: [], children: [] };
    open = open.filter((each) => each.depth < depth);
    open.at(-1)?.children.push(section);
    open.push(section);
  });
  return root;
}

/** A short line in bold with something under it is a heading, in documents that people wrote by eye. */
function headingDepth(block: RootContent, next: RootContent | undefined): number | null {
  if (block.type === 'heading') return block.depth;
  if (block.type !== 'paragraph' || next === undefined || next.type === 'heading') return null;
  const [only, ...others] = block.children;
  if (only?.type !== 'strong' || others.length > 0) return null;
  const text = lineText(only);
  return text.length <= BOLD_CHARS && !/[.!?]$/u.test(text) ? BOLD_DEPTH : null;
}

/** The section and all within it, from top to bottom. */
export function eachSection(section: SopSection): readonly SopSection[] {
  return [section, ...section.children.flatMap(eachSection)];
}
