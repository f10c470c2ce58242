import { ROLE_FAMILIES } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import { t } from '../../i18n/text.ts';

export type OutcomeGrouping = 'family' | 'client';

export interface OutcomeGroup {
  readonly key: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}

/** Outcomes by family in the families' order, or by client in alphabetical order with none last. */
export function groupOutcomes(
  outcomes: readonly Outcome[],
  by: OutcomeGrouping,
): readonly OutcomeGroup[] {
  if (by === 'family') {
    return ROLE_FAMILIES.map((family) => ({
      key: family,
      title: t(`outcomes.family.${family}`),
      outcomes: outcomes.filter((outcome) => outcome.family === family),
    })).filter((group) => group.outcomes.length > 0);
  }
  const clients = [...new Set(outcomes.map((outcome) => outcome.client))].toSorted(noneLast);
  return clients.map((client) => ({
    key: client,
    title: client || t('outcomes.noClient'),
    outcomes: outcomes.filter((outcome) => outcome.client === client),
  }));
}

const noneLast = (a: string, b: string): number =>
  Number(a === '') - Number(b === '') || a.localeCompare(b);
