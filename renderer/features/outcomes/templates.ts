import { EMPTY_OUTCOME } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { t } from '../../i18n/text.ts';

export const TEMPLATE_IDS = [
  'firstResponse',
  'resolution',
  'delivery',
  'insight',
  'catalogue',
  'books',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** The figures of each example; its words are in the catalogue of texts. */
const FIGURES: Readonly<Record<TemplateId, Partial<OutcomeDraft>>> = {
  firstResponse: {
    family: 'support',
    target: 40,
    hasSla: true,
    slaTo: 'responded',
    slaHours: 4,
    hasAccuracy: true,
    accuracyPercent: 95,
  },
  resolution: {
    family: 'support',
    target: 15,
    hasSla: true,
    slaHours: 16,
    hasAccuracy: true,
    accuracyPercent: 98,
  },
  delivery: {
    family: 'technical',
    target: 3,
    period: 'week',
    hasSla: true,
    slaHours: 24,
    hasAccuracy: true,
    accuracyPercent: 95,
  },
  insight: { family: 'analytical', target: 2, period: 'week' },
  catalogue: {
    family: 'operations',
    target: 40,
    hasSla: true,
    slaHours: 8,
    hasAccuracy: true,
    accuracyPercent: 99,
  },
  books: {
    family: 'operations',
    target: 30,
    hasSla: true,
    slaHours: 8,
    hasAccuracy: true,
    accuracyPercent: 99.5,
  },
};

/** A draft that begins as an example. Whose it is stays as it was chosen. */
export const draftFromTemplate = (
  id: TemplateId,
  { ownerId, memberIds }: Pick<OutcomeDraft, 'ownerId' | 'memberIds'>,
): OutcomeDraft => ({
  ...EMPTY_OUTCOME,
  ...FIGURES[id],
  ownerId,
  memberIds,
  name: t(`outcomes.template.${id}.name`),
  statement: t(`outcomes.template.${id}.statement`),
  why: t(`outcomes.template.${id}.why`),
  unit: t(`outcomes.template.${id}.unit`),
});
