import type { ListItem, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

import type { Rule } from '../sops/rule.ts';
import { EMPTY_STEP } from '../sops/step.ts';
import type { ImportedGroup, ImportedSop, ImportedStep } from './sop-document.ts';
import type { FrontMatter } from './sop-front-matter.ts';
import type { ImportNotes } from './sop-notes.ts';
import { effectNamed, readAnswer, readRule } from './sop-settings.ts';
import { blocksText, lineText, plainText } from './sop-text.ts';
import { lineOf } from './sop-tree.ts';

/** Reads a file that `sopMarkdown` wrote: nothing in it is guessed at. What a person added to it is kept, or reported. */
export function readOwnFormat(
  blocks: readonly RootContent[],
  front: FrontMatter,
  notes: ImportNotes,
): ImportedSop {
  let title = '';
  let purpose = '';
  let count = 0;
  const total = blocks.reduce(
    (sum, block) => sum + (isSteps(block) ? block.children.length : 0),
    0,
  );
  const idOf = (number: number): string | null =>
    number >= 1 && number <= total ? `s${number}` : null;
  const groups: { title: string | null; line: number; steps: ImportedStep[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 1 && title === '') title = lineText(block);
    else if (block.type === 'heading')
      groups.push({ title: lineText(block), line: lineOf(block), steps: [] });
    else if (block.type === 'blockquote' && groups.length === 0)
      purpose = plainText(block.children);
    else if (isSteps(block)) {
      if (groups.length === 0) groups.push({ title: null, line: lineOf(block), steps: [] });
      for (const item of block.children) {
        count += 1;
        groups.at(-1)?.steps.push(stepOf(item, `s${count}`, idOf, notes));
      }
    } else notes.add('text-left-out', lineOf(block), toString(block));
  }
  const { ownerName, reviewOn, reviewEveryDays } = front;
  return {
    title,
    purpose,
    ownerName,
    reviewOn,
    reviewEveryDays,
    groups: groups satisfies ImportedGroup[],
  };
}

const isSteps = (block: RootContent): block is Extract<RootContent, { type: 'list' }> =>
  block.type === 'list' && block.ordered === true;

function stepOf(
  item: ListItem,
  id: string,
  idOf: (number: number) => string | null,
  notes: ImportNotes,
): ImportedStep {
  const line = lineOf(item);
  const [first, ...rest] = item.children;
  const settings = settingsIn(rest.at(-1));
  const body = settings ? rest.slice(0, -1) : rest;
  const hasWhy = settings?.get('why')?.at(0) !== 'none' && isWhy(body.at(-1));
  const quote = hasWhy ? body.at(-1) : undefined;
  const step: ImportedStep = {
    ...EMPTY_STEP,
    id,
    line,
    title: first && settings?.get('title')?.at(0) !== 'none' ? lineText(first) : '',
    how: blocksText(hasWhy ? body.slice(0, -1) : body),
    why: quote?.type === 'blockquote' ? whyText(quote.children) : '',
  };
  const rules: Rule[] = [];
  for (const [label, values] of settings ?? []) {
    for (const value of values) {
      const effect = effectNamed(label);
      const rule = effect && readRule(effect, value, idOf);
      const fields = effect ? {} : settingFields(label, value);
      if (rule) rules.push(rule);
      else if (fields && !effect) Object.assign(step, fields);
      else
        notes.add(
          effectNamed(label) ? 'rule-unread' : 'setting-unread',
          line,
          `${label}: ${value}`,
        );
    }
  }
  return { ...step, rules };
}

const LABELS = new Set(['answer', 'required', 'expected time', 'title', 'why']);

/** A list of nothing but `**Label:** value` points that are known here, by label; null for any other block. */
function settingsIn(block: RootContent | undefined): ReadonlyMap<string, readonly string[]> | null {
  if (block?.type !== 'list' || block.ordered === true) return null;
  const all = new Map<string, string[]>();
  for (const item of block.children) {
    const [paragraph] = item.children;
    const [name] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    const label =
      name?.type === 'strong' ? toString(name).replace(/:$/, '').trim().toLowerCase() : '';
    if (!paragraph || (!LABELS.has(label) && effectNamed(label) === null)) return null;
    const value = toString(paragraph)
      .slice(label.length + 1)
      .trim();
    all.set(label, [...(all.get(label) ?? []), value]);
  }
  return all;
}

function isWhy(block: RootContent | undefined): boolean {
  return block?.type === 'blockquote' && toString(block.children[0] ?? block) === 'Why:';
}

const whyText = (children: readonly RootContent[]): string => plainText(children.slice(1));

function settingFields(label: string, value: string): Partial<ImportedStep> | null {
  if (label === 'title' || label === 'why') return {};
  if (label === 'answer') return readAnswer(value);
  if (label === 'required')
    return /^(?:yes|no)$/.test(value) ? { isRequired: value === 'yes' } : null;
  if (label === 'expected time') {
    const minutes = /^(\d+(?:\.\d+)?) minutes?$/.exec(value)?.[1];
    return minutes === undefined ? null : { expectedMinutes: Number(minutes) };
  }
  return null;
}
