import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { DayKey } from '../day.ts';
import { blocksOf, MARKDOWN_STYLE } from '../imports/sop-text.ts';
import { stepGroups } from '../sops/section.ts';
import type { Section } from '../sops/section.ts';
import type { Step } from '../sops/step.ts';
import { EFFECT_WORDS, OWN_FORMAT, answerPhrase, rulePhrase, settledStep } from './sop-phrases.ts';

/** A draft or a version as it is written to a file. */
export interface WrittenSop {
  readonly title: string;
  readonly purpose: string;
  readonly ownerName: string;
  readonly reviewOn: DayKey;
  readonly reviewEveryDays: number | null;
  /** 0 for a draft. */
  readonly version: number;
  readonly steps: readonly Step[];
  readonly sections: readonly Section[];
}

/**
 * A procedure as Markdown: headings for sections, numbered points for steps with what, how and why, and
 * what a step asks for as points under it. `imports/sop-own-format.ts` reads it back.
 */
export function sopMarkdown(sop: WrittenSop, titleOfSop: (sopId: string) => string): string {
  const numbers = new Map(sop.steps.map(({ id }, index) => [id, index + 1]));
  const numberOf = (stepId: string): number | null => numbers.get(stepId) ?? null;
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: textNodes(oneLine(sop.title)) },
  ];
  const purpose = paragraphsOf(sop.purpose);
  if (purpose.length > 0) children.push({ type: 'blockquote', children: purpose });
  for (const { section, steps } of stepGroups(sop.steps, sop.sections)) {
    if (section)
      children.push({ type: 'heading', depth: 2, children: textNodes(oneLine(section.title)) });
    if (steps.length === 0) continue;
    const list: List = {
      type: 'list',
      ordered: true,
      start: numberOf(steps[0]?.id ?? '') ?? 1,
      spread: true,
      children: steps.map((step) => stepItem(settledStep(step), numberOf, titleOfSop)),
    };
    children.push(list);
  }
  return `---\n${stringify(headOf(sop))}---\n\n${written({ type: 'root', children })}`;
}

const headOf = (sop: WrittenSop): Record<string, string | number> => ({
  format: OWN_FORMAT,
  ...(sop.ownerName !== '' && { owner: sop.ownerName }),
  ...(sop.version > 0 && { version: sop.version }),
  ...(sop.reviewOn !== '' && { 'review on': sop.reviewOn }),
  ...(sop.reviewEveryDays !== null && { 'review every': `${sop.reviewEveryDays} days` }),
});

const written = (root: Root): string =>
  toMarkdown(root, { ...MARKDOWN_STYLE, extensions: [gfmToMarkdown({ tablePipeAlign: false })] });

function stepItem(
  step: Step,
  numberOf: (stepId: string) => number | null,
  titleOfSop: (sopId: string) => string,
): ListItem {
  const title = oneLine(step.title);
  const how = blocksOf(step.how);
  const why = paragraphsOf(step.why);
  const settings = settingsOf(step, numberOf, titleOfSop);
  const last = how.at(-1)?.type;
  if (title === '') settings.push(['Title', 'none']);
  if (why.length === 0 && last === 'blockquote') settings.push(['Why', 'none']);
  // Points at the end of how are not to be taken for settings.
  if (settings.length === 0 && last === 'list') settings.push(['Answer', 'tick']);
  return {
    type: 'listItem',
    spread: true,
    children: [
      { type: 'paragraph', children: textNodes(title || '–') },
      ...flow(how),
      ...(why.length > 0 ? [whyQuote(why)] : []),
      ...(settings.length > 0 ? [settingList(settings)] : []),
    ],
  };
}

type Setting = readonly [label: string, value: string];

function settingsOf(
  step: Step,
  numberOf: (stepId: string) => number | null,
  titleOfSop: (sopId: string) => string,
): Setting[] {
  return [
    ...(step.kind === 'tick' ? [] : [['Answer', answerPhrase(step, titleOfSop)] as const]),
    ...(step.isRequired ? [] : [['Required', 'no'] as const]),
    ...(step.expectedMinutes === null
      ? []
      : [['Expected time', `${step.expectedMinutes} minutes`] as const]),
    ...step.rules.map((rule) => [EFFECT_WORDS[rule.effect], rulePhrase(rule, numberOf)] as const),
  ];
}

const whyQuote = (why: readonly Paragraph[]): BlockContent => ({
  type: 'blockquote',
  children: [{ type: 'paragraph', children: [strong('Why:')] }, ...why],
});

const settingList = (settings: readonly Setting[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: settings.map(([label, value]) => ({
    type: 'listItem',
    spread: false,
    children: [
      { type: 'paragraph', children: [strong(`${label}:`), { type: 'text', value: ` ${value}` }] },
    ],
  })),
});

const strong = (value: string): PhrasingContent => ({
  type: 'strong',
  children: [{ type: 'text', value }],
});

const textNodes = (value: string): PhrasingContent[] =>
  value === '' ? [] : [{ type: 'text', value }];

/** Plain text as paragraphs: nothing in it is a mark of Markdown. */
const paragraphsOf = (text: string): Paragraph[] =>
  text
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      type: 'paragraph',
      children: lines.flatMap((value, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        { type: 'text', value },
      ]),
    }));

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Blocks that may stand within a point or a quote: all but front matter, which no text of a step holds. */
const flow = (blocks: readonly RootContent[]): (BlockContent | DefinitionContent)[] =>
  blocks.filter((block): block is BlockContent | DefinitionContent =>
    [
      'blockquote',
      'code',
      'heading',
      'list',
      'paragraph',
      'table',
      'thematicBreak',
      'definition',
      'footnoteDefinition',
      'html',
    ].includes(block.type),
  );
