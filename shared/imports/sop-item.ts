import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { EMPTY_STEP } from '../sops/step.ts';
import type { ImportedStep, SopChoices } from './sop-document.ts';
import { SOP_LIMITS } from './sop-document.ts';
import { timeLine, titleHints } from './sop-hints.ts';
import type { ImportNotes } from './sop-notes.ts';
import { blocksText, cutToBytes, lineText, plainText, withoutStart } from './sop-text.ts';
import { lineOf } from './sop-tree.ts';
import { isCallOut, whyMark, writtenNumber } from './sop-words.ts';

/** A step while it is read: its `how` is still blocks, because what follows a list may join it. */
export interface OpenStep {
  readonly line: number;
  readonly title: string;
  readonly how: RootContent[];
  readonly why: string[];
  fields: Partial<ImportedStep>;
}

export const isTask = (list: List): boolean =>
  list.children.some(({ checked }) => typeof checked === 'boolean');

/** Whether points of a list are steps, whatever else the document holds. */
export const isStepList = (list: List): boolean => list.ordered === true || isTask(list);

/** The points of a list as steps; those within them too, where `nested` says so. */
export function stepsOfList(list: List, choices: SopChoices, notes: ImportNotes): OpenStep[] {
  return list.children.flatMap((item) => stepsOfItem(item, choices, notes));
}

function stepsOfItem(item: ListItem, choices: SopChoices, notes: ImportNotes): OpenStep[] {
  const [first, ...rest] = item.children;
  const line = lineOf(item);
  const within: OpenStep[] = [];
  const step =
    first?.type === 'paragraph'
      ? stepOfParagraph(first, line, notes)
      : openStep(first && first.type !== 'list' ? lineText(first) : '', line, notes);
  const others: RootContent[] = first?.type === 'paragraph' ? rest : item.children;
  for (const block of others) {
    const isSteps = block.type === 'list' && choices.nested === 'steps' && isStepList(block);
    if (isSteps) within.push(...stepsOfList(block, choices, notes));
    else takeBlock(step, block);
  }
  if (step.title !== '') return [step, ...within];
  if (within.length === 0) notes.add('empty-step', line, blocksText(step.how));
  return within;
}

/** What a block is to the step it belongs to: its why, its time, or a part of how. */
export function takeBlock(step: OpenStep, block: RootContent): void {
  if (block.type === 'paragraph') {
    const text = toString(block);
    const mark = whyMark(text);
    const minutes = timeLine(text);
    if (mark > 0)
      step.why.push(plainText([{ ...block, children: withoutStart(block.children, mark) }]));
    else if (minutes !== null) step.fields = { ...step.fields, expectedMinutes: minutes };
    else step.how.push(block);
    return;
  }
  if (block.type === 'list' && block.ordered !== true) {
    const why = block.children.filter(
      (item) => whyMark(toString(item)) > 0 && item.children.length === 1,
    );
    for (const { children } of why) for (const child of children) takeBlock(step, child);
    const kept = block.children.filter((item) => !why.includes(item));
    if (kept.length > 0) step.how.push({ ...block, children: kept });
    return;
  }
  step.how.push(block);
}

/** A longer title than this begins with a sentence that is one by itself. */
const LONG_TITLE_CHARS = 90;

function stepOfParagraph(paragraph: Paragraph, line: number, notes: ImportNotes): OpenStep {
  const children = withoutStart(paragraph.children, writtenNumber(toString(paragraph)));
  const lead = strongLead(children);
  const found = lead ?? firstSentence(children);
  const step = openStep(found.title, line, notes);
  const rest = found.rest;
  const links = found.hidden.flatMap(linksIn);
  if (step.title.endsWith('…')) step.how.push({ type: 'paragraph', children });
  else {
    if (links.length > 0) step.how.push({ type: 'paragraph', children: listed(links) });
    if (rest.length > 0) takeBlock(step, { type: 'paragraph', children: rest });
  }
  return step;
}

interface FoundTitle {
  readonly title: string;
  /** What the title was made of. */
  readonly hidden: readonly PhrasingContent[];
  readonly rest: PhrasingContent[];
}

/** `**Open the ticket.** Then …`: strong words that stand as a title of their own. */
function strongLead(children: readonly PhrasingContent[]): FoundTitle | null {
  const [first, ...rest] = children;
  if (first?.type !== 'strong') return null;
  const title = lineText(first);
  const after = rest.map((child) => toString(child)).join('');
  const endsItself = /[.:!?]$/u.test(title) || /^\s*(?:[.:–—]|- |\n|$)/u.test(after);
  if (!endsItself || title.length < 3 || isCallOut(title)) return null;
  return {
    title: title.replace(/[:.]+$/u, ''),
    hidden: [first],
    rest: withoutStart(rest, /^[\s.:]*/u.exec(after)?.[0].length ?? 0),
  };
}

function firstSentence(children: readonly PhrasingContent[]): FoundTitle {
  const stop = children.findIndex(({ type }) => type === 'break');
  if (stop > 0) {
    const hidden = children.slice(0, stop);
    return { title: joined(hidden), hidden, rest: withoutStart(children.slice(stop), 0) };
  }
  const text = children.map((child) => toString(child)).join('');
  const end = text.length > LONG_TITLE_CHARS ? sentenceEnd(text) : 0;
  if (end === 0) return { title: joined(children), hidden: children, rest: [] };
  return {
    title: text.slice(0, end),
    hidden: hiddenIn(children, end),
    rest: withoutStart(children, end),
  };
}

const joined = (children: readonly PhrasingContent[]): string =>
  children.map((child) => toString(child)).join('');

/** Where the first sentence ends that is neither a word nor a page; 0 where none does. */
function sentenceEnd(text: string): number {
  const pattern = /[.!?…](?=\s+[\p{Lu}\p{N}"“(`*])|[。！？]/gu;
  for (const { index, 0: sign } of text.slice(0, SOP_LIMITS.titleChars).matchAll(pattern)) {
    if (index >= 12) return index + sign.length;
  }
  return 0;
}

function hiddenIn(children: readonly PhrasingContent[], end: number): PhrasingContent[] {
  let at = 0;
  return children.filter((child) => {
    const begin = at;
    at += toString(child).length;
    return begin < end;
  });
}

/** What a title cannot hold: its links, and pictures of this workspace. */
function linksIn(node: PhrasingContent): readonly PhrasingContent[] {
  if (node.type === 'link' || node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

const listed = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node, index) =>
    index === 0 ? [node] : [{ type: 'text', value: ', ' } as const, node],
  );

/** A step under a title as it is written. */
export function openStep(written: string, line: number, notes: ImportNotes): OpenStep {
  const flat = written.replaceAll(/\s+/g, ' ').trim();
  const { title, fields } = titleHints(flat);
  const short = shortened(title.replace(/(?<![.:])[.:]$/u, ''));
  if (short.endsWith('…') && short !== title) notes.add('title-shortened', line, title);
  return { line, title: short, how: [], why: [], fields };
}

/** At most as long as a title may be, cut between words where one ends in its second half, with `…`. */
export function shortened(title: string): string {
  if (title.length <= SOP_LIMITS.titleChars) return title;
  const cut = title.slice(0, SOP_LIMITS.titleChars - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > cut.length / 2 ? space : cut.length).trimEnd()}…`;
}

/** The step as a draft holds it: Markdown within the sizes of a change; what had to be cut is noted. */
export function closeStep(step: OpenStep, id: string, notes: ImportNotes): ImportedStep {
  const how = blocksText(step.how);
  const kept = cutToBytes(how, SOP_LIMITS.howBytes);
  const reasons = step.why.join('\n\n');
  const why = cutToBytes(reasons, SOP_LIMITS.howBytes / 4);
  if (kept !== how || why !== reasons) notes.add('how-shortened', step.line, step.title);
  return { ...EMPTY_STEP, ...step.fields, id, line: step.line, title: step.title, how: kept, why };
}
