import { usualMeasure } from './measure-kinds.ts';
import type { Measure, MeasureKind, RoleFamily, SlaStage } from './outcome.ts';

export const TEMPLATE_IDS = [
  'firstResponse',
  'resolution',
  'delivery',
  'defects',
  'decisions',
  'insight',
  'turnaround',
  'accuracy',
  'cost',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** The two counts of a ratio, as the catalogue of texts names them. */
export type CountsKey = 'satisfied' | 'reopened' | 'defects' | 'adopted';

type TemplateMeasure = Measure & { readonly counts?: CountsKey };

/**
 * The figures of an outcome as most teams of a family want it. Its words are in the catalogue of texts,
 * filled in with these figures: both say the same.
 */
export interface OutcomeTemplate {
  readonly id: TemplateId;
  readonly family: RoleFamily;
  /** In the order in which the statement names them. */
  readonly measures: readonly TemplateMeasure[];
  readonly promises: Readonly<Partial<Record<SlaStage, number>>>;
}

const HOUR = 60;

const ratio = (counts: CountsKey, direction: Measure['direction'], target: number) => ({
  ...usualMeasure('ratio', target),
  direction,
  counts,
});

/** What a sentence says of all, a measure holds nearly all to. */
const nearlyAll = (kind: MeasureKind, minutes: number): Measure => ({
  ...usualMeasure(kind, minutes),
  quantile: 0.95,
});

/** Looked at by hand: one in ten is enough to tell. */
const sampled = (measure: Measure): Measure => ({
  ...measure,
  sampling: { kind: 'share', shareRatio: 0.1 },
});

const TEMPLATES: Readonly<Record<TemplateId, Omit<OutcomeTemplate, 'id'>>> = {
  firstResponse: {
    family: 'support',
    measures: [
      { ...nearlyAll('firstResponse', 4 * HOUR), period: 'week' },
      ratio('satisfied', 'atLeast', 0.95),
    ],
    promises: { responded: 4 * HOUR },
  },
  resolution: {
    family: 'support',
    measures: [nearlyAll('turnaround', 16 * HOUR), ratio('reopened', 'atMost', 0.02)],
    promises: { responded: 4 * HOUR, completed: 16 * HOUR },
  },
  delivery: {
    family: 'technical',
    measures: [usualMeasure('slaCompliance', 0.9), usualMeasure('cycleTime', 16 * HOUR)],
    promises: { completed: 24 * HOUR },
  },
  defects: {
    family: 'technical',
    measures: [ratio('defects', 'atMost', 0.02), usualMeasure('slaCompliance', 0.9)],
    promises: { completed: 24 * HOUR },
  },
  decisions: {
    family: 'analytical',
    measures: [{ ...ratio('adopted', 'atLeast', 0.7), period: 'quarter' }],
    promises: { completed: 24 * HOUR },
  },
  insight: {
    family: 'analytical',
    measures: [sampled(usualMeasure('accuracy', 0.98)), nearlyAll('turnaround', 16 * HOUR)],
    promises: { completed: 16 * HOUR },
  },
  turnaround: {
    family: 'operations',
    measures: [nearlyAll('turnaround', 8 * HOUR), usualMeasure('accuracy', 0.99)],
    promises: { completed: 8 * HOUR },
  },
  accuracy: {
    family: 'operations',
    measures: [sampled(usualMeasure('accuracy', 0.995)), nearlyAll('turnaround', 16 * HOUR)],
    promises: { completed: 16 * HOUR },
  },
  cost: {
    family: 'operations',
    measures: [usualMeasure('cost', 50_000), usualMeasure('accuracy', 0.99)],
    promises: { completed: 16 * HOUR },
  },
};

export const templateOf = (id: TemplateId): OutcomeTemplate => ({ id, ...TEMPLATES[id] });

export const templatesOf = (family: RoleFamily): readonly OutcomeTemplate[] =>
  TEMPLATE_IDS.map(templateOf).filter((template) => template.family === family);
