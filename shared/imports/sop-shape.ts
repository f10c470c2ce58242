import type { List, RootContent } from 'mdast';
import type { SopChoices, SopOffers } from './sop-document.ts';
import { isStepList, isTask } from './sop-item.ts';
import { eachSection } from './sop-sections.ts';
import type { SopSection } from './sop-sections.ts';
import { numberedHeading, saysAbout, saysAside, saysWhy } from './sop-words.ts';

/** What shapes a document has, and how each is most likely meant. */
export interface SopShape {
  readonly offers: SopOffers;
  readonly suggested: SopChoices;
}

/** `root`: the whole document. What is suggested depends on it alone. */
export function shapeOf(root: SopSection): SopShape {
  const sections = eachSection(root);
  const lists = sections.flatMap(({ blocks }) => listsIn(blocks));
  const numbered = sections.filter((section) => isNumbered(section));
  const hasHeadings = numbered.length >= 2;
  const listed = numbered.filter((section) => eachSection(section).some(holdsSteps));
  const stepLists = lists.filter(isStepList);
  const bullets = lists.filter((list) => !isStepList(list));
  const nested = stepLists.flatMap((list) =>
    list.children.flatMap(({ children }) => listsIn(children).filter(isStepList)),
  );
  const prose = sections.filter(isProse);
  const hasSteps = stepLists.length > 0 || hasHeadings;
  const splits = splitsOf(root);
  return {
    offers: {
      headings: hasHeadings,
      nested: nested.length > 0,
      bullets: bullets.length > 0,
      prose: prose.length > 0,
      splits,
    },
    suggested: {
      split: splits.find((split) => isSeveral(root, split))?.depth ?? 0,
      headings: listed.length * 2 > numbered.length ? 'sections' : 'steps',
      nested:
        nested.length > 0 && nested.filter(isTask).length * 2 > nested.length ? 'steps' : 'how',
      bullets: hasSteps ? 'how' : 'steps',
      prose: 'steps',
    },
  };
}

const isNumbered = ({ title, depth }: SopSection): boolean =>
  depth > 0 && numberedHeading(title) !== null;

const listsIn = (blocks: readonly RootContent[]): readonly List[] =>
  blocks.filter((block) => block.type === 'list');

const holdsSteps = ({ blocks }: SopSection): boolean =>
  listsIn(blocks).some((list) => isStepList(list) && list.children.length >= 2);

/** A heading with words and nothing to do under it. */
export const isProse = ({ title, depth, blocks, children }: SopSection): boolean =>
  depth > 0 &&
  blocks.length > 0 &&
  children.length === 0 &&
  listsIn(blocks).length === 0 &&
  numberedHeading(title) === null &&
  !saysWhy(title) &&
  !saysAbout(title) &&
  !saysAside(title);

/** Whether headings are most likely procedures of their own: no other one before them names them all. */
function isSeveral(root: SopSection, { depth, titles }: SopOffers['splits'][number]): boolean {
  const first = eachSection(root).find((section) => section.depth === 1);
  return depth === 1 ? first?.title === titles[0] : titles.every(isProcedure);
}

const isProcedure = (title: string): boolean =>
  /^(?:how (?:to|do)|to |procedure|sop\b|runbook|playbook|checklist|process for|procedimiento|c[oó]mo|anleitung|proc[eé]dure)|\b(?:procedure|sop|runbook|playbook|checklist)$/iu.test(
    title,
  );

/** Depths at which two or more headings each have something to do under them. */
function splitsOf(root: SopSection): SopOffers['splits'] {
  const top = eachSection(root).filter(({ depth }) => depth === 1);
  const second = eachSection(root).filter(({ depth }) => depth === 2);
  const splits: { readonly depth: 1 | 2; readonly titles: readonly string[] }[] = [];
  for (const [depth, sections] of [
    [1, top],
    [2, second],
  ] as const) {
    const able = sections.filter((section) => eachSection(section).some(isDoable));
    if (able.length < 2 || (depth === 2 && top.length > 1)) continue;
    splits.push({ depth, titles: able.map(({ title }) => title) });
  }
  return splits;
}

const isDoable = (section: SopSection): boolean =>
  isNumbered(section) || listsIn(section.blocks).length > 0;
