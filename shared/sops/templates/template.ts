import type { Outline } from '../draft-patch.ts';
import type { Rule, RuleTest } from '../rule.ts';
import type { Section } from '../section.ts';
import type { Step } from '../step.ts';
import { EMPTY_STEP } from '../step.ts';

/** A procedure to begin from, written by people who do this work: its words are changed freely afterwards. */
export interface SopTemplate {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  /** For whom and when, in one line, for choosing. */
  readonly about: string;
  readonly reviewEveryDays: number;
  readonly sections: readonly {
    readonly title: string;
    readonly steps: readonly TemplateStep[];
  }[];
}

/** A step by a name that rules of later steps call it by; what is not said is as in `EMPTY_STEP`. */
export interface TemplateStep extends Partial<Omit<Step, 'id' | 'order' | 'rules'>> {
  readonly key: string;
  readonly title: string;
  readonly how: string;
  readonly why: string;
  readonly rules?: readonly TemplateRule[];
}

interface TemplateRule {
  readonly effect: Rule['effect'];
  readonly match?: Rule['match'];
  readonly tests: readonly (Omit<RuleTest, 'stepId' | 'value'> & {
    readonly step: string;
    readonly value?: RuleTest['value'];
  })[];
}

const ORDER_STEP = 1024;

/** The steps and sections of a template with ids of their own; `newId` gives one at each call. */
export function templateOutline({ sections }: SopTemplate, newId: () => string): Outline {
  const idOf = new Map(
    sections.flatMap(({ steps }) => steps.map(({ key }) => [key, newId()] as const)),
  );
  const outline: { steps: Step[]; sections: Section[] } = { steps: [], sections: [] };
  let order = 0;
  for (const { title, steps } of sections) {
    outline.sections.push({ id: newId(), order: (order += ORDER_STEP), title });
    for (const { key, rules = [], ...step } of steps) {
      outline.steps.push({
        ...EMPTY_STEP,
        ...step,
        id: idOf.get(key) ?? newId(),
        order: (order += ORDER_STEP),
        rules: rules.map((rule) => ruleOf(rule, idOf)),
      });
    }
  }
  return outline;
}

const ruleOf = (
  { effect, match = 'all', tests }: TemplateRule,
  idOf: ReadonlyMap<string, string>,
): Rule => ({
  effect,
  match,
  tests: tests.map(({ step, kind, value = null }) => ({
    stepId: idOf.get(step) ?? '',
    kind,
    value,
  })),
});
