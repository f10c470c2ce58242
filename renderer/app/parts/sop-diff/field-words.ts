import type { StepField } from '#shared/sops/diff';
import type { Step } from '#shared/sops/step';
import { formatNumber } from '../../../i18n/format.ts';
import { ruleSentence } from '../../../i18n/rule-words.ts';
import { t } from '../../../i18n/text.ts';

/** What the words of a step's parts are read in: the steps that its conditions name, and the SOPs it can run. */
export interface StepContext {
  readonly steps: readonly Step[];
  readonly sopTitle: (sopId: string) => string;
}

/** A part of a step as it is read; empty where it says nothing. */
export function fieldText(field: StepField, step: Step, { steps, sopTitle }: StepContext): string {
  switch (field) {
    case 'title':
    case 'how':
    case 'why':
    case 'url':
      return step[field];
    case 'kind':
      return t(`sopRules.kind.kinds.${step.kind}`);
    case 'isRequired':
      return t(step.isRequired ? 'sopVersions.diff.required' : 'sopVersions.diff.optional');
    case 'rules':
      return step.rules.map((rule) => ruleSentence(rule, steps)).join('\n');
    case 'options':
      return step.options.join('\n');
    case 'min':
    case 'max': {
      const limit = step[field];
      return limit === null ? '' : formatNumber(limit, 6);
    }
    case 'expectedMinutes':
    case 'waitMinutes': {
      const minutes = step[field];
      return minutes === null ? '' : t('sopVersions.diff.minutes', { minutes });
    }
    case 'sopId':
      return step.sopId === '' ? '' : sopTitle(step.sopId);
    case 'waitOn':
      return t(`checklists.waitOn.${step.waitOn}`);
  }
}
