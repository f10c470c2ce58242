import type { RootContent } from 'mdast';
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { costOfHtml, costOfMarkdown } from './sop-cost.ts';
import { NO_OFFERS, PLAIN_CHOICES } from './sop-document.ts';
import type { ImportedSop, SopChoices, SopFailure, SopReading } from './sop-document.ts';
import { NO_FRONT_MATTER, readFrontMatter } from './sop-front-matter.ts';
import type { FrontMatter } from './sop-front-matter.ts';
import { shortened } from './sop-item.ts';
import { titleFromFile } from './sop-name.ts';
import { ImportNotes } from './sop-notes.ts';
import { outlineOf } from './sop-outline.ts';
import type { SopOutline } from './sop-outline.ts';
import { readOwnFormat } from './sop-own-format.ts';
import { OWN_FORMAT } from '../exports/sop-phrases.ts';
import { sectionTree } from './sop-sections.ts';
import type { SopSection } from './sop-sections.ts';
import { shapeOf } from './sop-shape.ts';
import { markdownTree, pageBlocks } from './sop-tree.ts';
import type { SopTree } from './sop-tree.ts';

type Read = Result<SopReading, SopFailure>;

/** A document in Markdown as procedures. `fileName` gives the title where nothing else does. */
export function readSopMarkdown(
  text: string,
  fileName: string,
  choices: Partial<SopChoices> = {},
): Read {
  const cost = costOfMarkdown(text);
  if (cost) return { ok: false, error: cost };
  return readTree(text, fileName, choices, markdownTree);
}

/** A page, or what an office program puts on the clipboard. */
export function readSopPage(
  html: string,
  fileName: string,
  choices: Partial<SopChoices> = {},
): Read {
  const cost = costOfHtml(html);
  if (cost) return { ok: false, error: cost };
  return readTree(html, fileName, choices, pageBlocks);
}

function readTree(
  text: string,
  fileName: string,
  choices: Partial<SopChoices>,
  parse: (text: string, notes: ImportNotes) => SopTree,
): Read {
  if (text.trim() === '') return fail('sop-empty', 'after-fix');
  const notes = new ImportNotes();
  try {
    const { blocks, frontMatter } = parse(text, notes);
    return ok(readBlocks(blocks, frontMatter, fileName, choices, notes));
  } catch (error) {
    // Recursion ends here where no count of marks foresaw it.
    if (error instanceof RangeError) return fail('sop-too-deep', 'after-fix');
    throw error;
  }
}

function readBlocks(
  blocks: readonly RootContent[],
  frontMatter: string | null,
  fileName: string,
  wanted: Partial<SopChoices>,
  notes: ImportNotes,
): SopReading {
  const front = frontMatter === null ? NO_FRONT_MATTER : readFrontMatter(frontMatter, notes);
  if (front.format === OWN_FORMAT) {
    const sops = [readOwnFormat(blocks, front, notes)];
    return { sops, notes: notes.list, choices: PLAIN_CHOICES, offers: NO_OFFERS };
  }
  const root = sectionTree(blocks);
  const { offers, suggested } = shapeOf(root);
  const choices = { ...suggested, ...wanted };
  const parts = partsOf(root, front, fileName, choices.split);
  let count = 0;
  const nextId = (): string => `s${(count += 1)}`;
  const sops = parts.flatMap(({ title, section, isWhole }): ImportedSop[] => {
    const { purpose, groups } = readPart(section, choices, notes, nextId);
    if (groups.length === 0 && !isWhole) {
      notes.add('section-left-out', section.line, title);
      return [];
    }
    const { ownerName, reviewOn, reviewEveryDays } = front;
    return [
      {
        title: shortened(title),
        purpose: purpose || (isWhole ? front.purpose : ''),
        ownerName,
        reviewOn,
        reviewEveryDays,
        groups,
      },
    ];
  });
  if (sops.every(({ groups }) => groups.length === 0)) notes.add('no-steps', 1, '');
  return { sops, notes: notes.list, choices, offers };
}

/** Points are steps after all where a procedure would have none otherwise. */
function readPart(
  section: SopSection,
  choices: SopChoices,
  notes: ImportNotes,
  nextId: () => string,
): SopOutline {
  const own = new ImportNotes();
  const outline = outlineOf(section, choices, own, nextId);
  if (outline.groups.length === 0 && choices.bullets === 'how') {
    const again = outlineOf(section, { ...choices, bullets: 'steps' }, notes, nextId);
    if (again.groups.length > 0) return again;
  }
  notes.addAll(own.list);
  return outline;
}

interface Part {
  readonly title: string;
  readonly section: SopSection;
  readonly isWhole: boolean;
}

/** The procedures of a document: one, or one for each heading of a depth. */
function partsOf(
  root: SopSection,
  front: FrontMatter,
  fileName: string,
  split: SopChoices['split'],
): readonly Part[] {
  const { title, section } = titled(root);
  if (split === 0) {
    const named = front.title || title || front.name || titleFromFile(fileName);
    return [{ title: named, section, isWhole: true }];
  }
  const from = split === 1 ? root : section;
  const cut = from.children.filter(({ depth }) => depth <= split);
  const parts = cut.map((part): Part => ({
    title: part.title,
    section: { ...part, title: '', depth: 0 },
    isWhole: false,
  }));
  // What stands before the first of them introduces the first.
  const [first, ...others] = parts;
  if (!first) return [{ title: title || titleFromFile(fileName), section, isWhole: true }];
  const intro = { ...first.section, blocks: [...from.blocks, ...first.section.blocks] };
  return [{ ...first, section: intro }, ...others];
}

/** The heading that names the whole document, and what it names. */
function titled(root: SopSection): { readonly title: string; readonly section: SopSection } {
  const index = root.children.findIndex(({ depth }) => depth === 1);
  const only = root.children.length === 1 && root.blocks.length === 0 ? 0 : -1;
  const at = index >= 0 ? index : only;
  const head = root.children[at];
  if (!head || at > 1) return { title: '', section: root };
  return {
    title: head.title,
    section: {
      ...root,
      blocks: [...root.blocks, ...head.blocks],
      children: [...root.children.slice(0, at), ...head.children, ...root.children.slice(at + 1)],
    },
  };
}
