import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ImportedGroup, ImportedStep, SopChoices } from './sop-document.ts';
import { SOP_LIMITS } from './sop-document.ts';
import type { OpenStep } from './sop-item.ts';
import { closeStep, isStepList, openStep, shortened, stepsOfList, takeBlock } from './sop-item.ts';
import type { ImportNotes } from './sop-notes.ts';
import { eachSection } from './sop-sections.ts';
import type { SopSection } from './sop-sections.ts';
import { isProse } from './sop-shape.ts';
import { cutToBytes, plainText } from './sop-text.ts';
import { lineOf } from './sop-tree.ts';
import { numberedHeading, saysAbout, saysAside, saysWhy, whyMark } from './sop-words.ts';

interface OpenGroup {
  readonly title: string | null;
  readonly line: number;
  readonly steps: OpenStep[];
}

/** The purpose and the steps of one procedure. */
export interface SopOutline {
  readonly purpose: string;
  readonly groups: readonly ImportedGroup[];
}

/** Reads the sections of one procedure from top to bottom. `nextId` gives steps their provisional ids. */
export function outlineOf(
  root: SopSection,
  choices: SopChoices,
  notes: ImportNotes,
  nextId: () => string,
): SopOutline {
  const reader = new OutlineReader(choices, notes);
  reader.readSection(root, []);
  return reader.close(root.line, nextId);
}

class OutlineReader {
  readonly #choices: SopChoices;
  readonly #notes: ImportNotes;
  readonly #purpose: RootContent[] = [];
  readonly #groups: OpenGroup[] = [];
  /** Words that wait for the step they introduce. */
  #lead: RootContent[] = [];

  constructor(choices: SopChoices, notes: ImportNotes) {
    this.#choices = choices;
    this.#notes = notes;
  }

  /** `path` holds the titles of the headings above that have become no group of their own. */
  readSection(section: SopSection, path: readonly string[]): void {
    const { title, line, depth, blocks, children } = section;
    if (depth > 0 && saysAside(title)) {
      this.#notes.add('section-left-out', line, title);
      return;
    }
    if (depth > 0 && saysWhy(title)) this.#takeWhy(section);
    else if (depth > 0 && saysAbout(title) && this.#last() === null) {
      this.#purpose.push(...blocks);
      for (const child of children) this.readSection(child, path);
    } else if (this.#isStep(section)) this.#takeStep(section, path);
    else if (isProse(section) && this.#choices.prose === 'leave') {
      this.#notes.add('section-left-out', line, title);
    } else if (isProse(section)) this.#takeStep(section, path);
    else this.#takeGroup(section, path);
  }

  close(line: number, nextId: () => string): SopOutline {
    this.#settleLead();
    const purpose = plainText(this.#purpose);
    const kept = cutToBytes(purpose, SOP_LIMITS.purposeChars);
    if (kept !== purpose) this.#notes.add('purpose-shortened', line, purpose.slice(kept.length));
    let count = 0;
    const groups = this.#groups.flatMap(({ title, line, steps }): ImportedGroup[] => {
      const closed: ImportedStep[] = [];
      for (const step of steps) {
        count += 1;
        if (count > SOP_LIMITS.steps) this.#notes.add('steps-left-out', step.line, step.title);
        else closed.push(closeStep(step, nextId(), this.#notes));
      }
      return closed.length > 0 ? [{ title, line, steps: closed }] : [];
    });
    return { purpose: kept, groups };
  }

  #isStep({ title, depth, blocks, children }: SopSection): boolean {
    // Nothing but numbered headings below it: they are the steps.
    if (blocks.length === 0 && children.some((child) => this.#isStep(child))) return false;
    return depth > 0 && this.#choices.headings === 'steps' && numberedHeading(title) !== null;
  }

  #takeWhy(section: SopSection): void {
    const all = eachSection(section).flatMap(({ blocks }) => blocks);
    const step = this.#last();
    if (step && section.depth > 2) step.why.push(plainText(all));
    else this.#purpose.push(...all);
  }

  /** A heading that is a step, and everything under it. */
  #takeStep(section: SopSection, path: readonly string[]): void {
    const title = numberedHeading(section.title)?.title ?? section.title;
    const step = openStep(title, section.line, this.#notes);
    this.#groupFor(this.#pathOf(path, title), section.line).steps.push(step);
    this.#giveLead(step);
    for (const block of section.blocks) takeBlock(step, block);
    for (const child of section.children) {
      if (saysWhy(child.title)) {
        step.why.push(plainText(eachSection(child).flatMap(({ blocks }) => blocks)));
      } else if (child.depth < 7 && eachSection(child).some((each) => this.#isStep(each))) {
        this.readSection(child, [...path, title]);
      } else for (const each of eachSection(child)) this.#takeWhole(step, each);
    }
  }

  #takeWhole(step: OpenStep, { title, blocks }: SopSection): void {
    const name: RootContent = {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: title }] }],
    };
    step.how.push(name);
    for (const block of blocks) takeBlock(step, block);
  }

  #takeGroup(section: SopSection, path: readonly string[]): void {
    const { title, line, depth, blocks, children } = section;
    const named = numberedHeading(title)?.title ?? title;
    const here = depth > 0 ? [...path, named] : path;
    let own: OpenStep | null = null;
    for (const block of blocks) {
      const isSteps =
        block.type === 'list' && (isStepList(block) || this.#choices.bullets === 'steps');
      if (isSteps) {
        const steps = stepsOfList(block, this.#choices, this.#notes);
        const [first] = steps;
        if (!first) continue;
        this.#groupFor(here, line).steps.push(...steps);
        this.#giveLead(first);
        own = steps.at(-1) ?? own;
      } else if (own) this.#takeAfter(own, block);
      else if (depth === 0 && this.#last() === null) this.#purpose.push(block);
      else this.#lead.push(block);
    }
    const isLeaf = children.length === 0 && own === null && depth > 0;
    if (isLeaf && this.#lead.length > 0) this.#takeStepFromLead(named, line, path);
    for (const child of children) this.readSection(child, here);
  }

  /** A heading with points that are no steps is one step, and they say how. */
  #takeStepFromLead(title: string, line: number, path: readonly string[]): void {
    const step = openStep(title, line, this.#notes);
    this.#groupFor(this.#pathOf(path, title), line).steps.push(step);
    for (const block of this.#lead.splice(0)) takeBlock(step, block);
  }

  #takeAfter(step: OpenStep, block: RootContent): void {
    const isWhy = block.type === 'paragraph' && whyMark(toString(block)) > 0;
    if (!isWhy) this.#notes.add('text-moved', lineOf(block), toString(block));
    takeBlock(step, block);
  }

  #giveLead(step: OpenStep): void {
    for (const block of this.#lead) this.#notes.add('text-moved', lineOf(block), toString(block));
    step.how.unshift(...this.#lead);
    this.#lead = [];
  }

  /** Words that no step came after. */
  #settleLead(): void {
    const step = this.#last();
    for (const block of this.#lead) {
      if (step) this.#takeAfter(step, block);
      else this.#purpose.push(block);
    }
    this.#lead = [];
  }

  #last(): OpenStep | null {
    return this.#groups.at(-1)?.steps.at(-1) ?? null;
  }

  /** A step under no heading cannot stand after one: it is a section of its own. */
  #pathOf(path: readonly string[], title: string): readonly string[] {
    const last = this.#groups.at(-1);
    return path.length === 0 && last && last.title !== null ? [title] : path;
  }

  #groupFor(path: readonly string[], line: number): OpenGroup {
    const title = path.length === 0 ? null : shortened(path.join(': '));
    const last = this.#groups.at(-1);
    if (last && last.title === title) return last;
    const group: OpenGroup = { title, line, steps: [] };
    this.#groups.push(group);
    return group;
  }
}
