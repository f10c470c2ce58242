import { stepGroups } from '../sops/section.ts';
import type { Section } from '../sops/section.ts';
import type { Step } from '../sops/step.ts';
import { EFFECT_WORDS, KIND_WORDS, quoted, rulePhrase, settledStep } from './sop-phrases.ts';
import { formatCsv } from './spreadsheet-cell.ts';

const HEADER = [
  'Section',
  'No',
  'Step',
  'How',
  'Why',
  'Kind',
  'Required',
  'Options',
  'Min',
  'Max',
  'Minutes',
  'Link',
  'Linked procedure',
  'Wait for',
  'Wait minutes',
  'Rules',
] as const;

/** The steps of a procedure as a table, a row each, that `imports/sop-table.ts` reads back. */
export function sopCsv(steps: readonly Step[], sections: readonly Section[]): string {
  const numbers = new Map(steps.map(({ id }, index) => [id, index + 1]));
  const rows = stepGroups(steps, sections).flatMap(({ section, steps: own }) =>
    own.map((step) =>
      rowOf(section?.title ?? '', settledStep(step), (id) => numbers.get(id) ?? null),
    ),
  );
  return formatCsv([HEADER, ...rows]);
}

const cellOf = (value: number | null): string => (value === null ? '' : String(value));

/** One a line; in quotes where reading them again could take one for several. */
function optionsCell(options: readonly string[]): string {
  const [first = ''] = options;
  const isUnsure =
    (options.length === 1 && /[|;/,]/.test(first)) || options.some((each) => each.startsWith('"'));
  return isUnsure ? options.map(quoted).join(', ') : options.join('\n');
}

const rowOf = (
  section: string,
  step: Step,
  numberOf: (stepId: string) => number | null,
): readonly string[] => [
  section,
  cellOf(numberOf(step.id)),
  step.title,
  step.how,
  step.why,
  KIND_WORDS[step.kind],
  step.isRequired ? 'yes' : 'no',
  optionsCell(step.options),
  cellOf(step.min),
  cellOf(step.max),
  cellOf(step.expectedMinutes),
  step.url,
  step.sopId,
  step.kind === 'waitFor' ? step.waitOn : '',
  cellOf(step.waitMinutes),
  step.rules.map((rule) => `${EFFECT_WORDS[rule.effect]} ${rulePhrase(rule, numberOf)}`).join('\n'),
];
