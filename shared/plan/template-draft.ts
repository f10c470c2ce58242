import type { MeasureDraft } from './measure-draft.ts';
import { freeKey, measureDraftOf } from './measure-draft.ts';
import type { OutcomeDraft } from './outcome-draft.ts';
import type { CountsKey, OutcomeTemplate } from './outcome-templates.ts';
import { SLA_STAGES } from './outcome.ts';
import { amountOf, unitFor } from './working-amount.ts';

/** A template's words, filled in. */
export interface TemplateWords {
  readonly statement: string;
  readonly name: string;
  readonly why: string;
  readonly unit: string;
  readonly counts: (key: CountsKey) => { readonly part: string; readonly whole: string };
}

/**
 * A draft that says what a template says: its sentence, its promises and its measures. What somebody
 * has filled in already stays: measures of other kinds, the name, the why. Who it is stays too.
 */
export function withTemplate(
  draft: OutcomeDraft,
  template: OutcomeTemplate,
  words: TemplateWords,
  moneyDigits: number,
): OutcomeDraft {
  const promises = { ...draft.promises };
  for (const to of SLA_STAGES) {
    const minutes = template.promises[to];
    if (minutes === undefined) continue;
    const unit = unitFor(minutes);
    promises[to] = { ...promises[to], isOn: true, unit, amount: amountOf(minutes, unit) };
  }
  return {
    ...draft,
    statement: words.statement,
    name: draft.name.trim() === '' ? words.name : draft.name,
    why: draft.why.trim() === '' ? words.why : draft.why,
    unit: draft.unit.trim() === '' ? words.unit : draft.unit,
    family: template.family,
    measures: mergedMeasures(draft.measures, template, words, moneyDigits),
    promises,
  };
}

function mergedMeasures(
  held: readonly MeasureDraft[],
  template: OutcomeTemplate,
  words: TemplateWords,
  moneyDigits: number,
): readonly MeasureDraft[] {
  const merged: MeasureDraft[] = [];
  for (const { counts, ...measure } of template.measures) {
    const names = counts && words.counts(counts);
    const draft = measureDraftOf(measure, freeKey([...held, ...merged]), moneyDigits);
    merged.push(names ? { ...draft, partName: names.part, wholeName: names.whole } : draft);
  }
  const kinds = new Set(merged.map(({ kind }) => kind));
  const kept = held.filter(({ kind, target }) => target !== null && !kinds.has(kind));
  return [...merged, ...kept];
}
