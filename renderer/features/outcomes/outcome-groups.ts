import { ROLE_FAMILIES } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import type { Role } from '#shared/plan/role';
import { t } from '../../i18n/text.ts';

export const GROUPINGS = ['role', 'family', 'client'] as const;
export type OutcomeGrouping = (typeof GROUPINGS)[number];

export interface OutcomeGroup {
  readonly key: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * Outcomes by role or client in alphabetical order with none last, or by family in the families' order.
 * A role that is no longer there is none.
 */
export function groupOutcomes(
  outcomes: readonly Outcome[],
  by: OutcomeGrouping,
  roles: readonly Role[],
): readonly OutcomeGroup[] {
  if (by === 'family') {
    return grouped(
      ROLE_FAMILIES.map((family) => ({ key: family, title: t(`outcomes.family.${family}`) })),
      outcomes,
      (outcome) => outcome.family,
    );
  }
  if (by === 'role') {
    const known = new Set(roles.map(({ id }) => id));
    return grouped(
      [...roles.map(({ id, name }) => ({ key: id, title: name })), none(t('outcomes.noRole'))],
      outcomes,
      ({ roleId }) => (known.has(roleId) ? roleId : ''),
    );
  }
  const clients = [...new Set(outcomes.map(({ client }) => client))]
    .filter((client) => client !== '')
    .toSorted((a, b) => a.localeCompare(b));
  return grouped(
    [...clients.map((client) => ({ key: client, title: client })), none(t('outcomes.noClient'))],
    outcomes,
    (outcome) => outcome.client,
  );
}

const none = (title: string) => ({ key: '', title });

const grouped = (
  heads: readonly Pick<OutcomeGroup, 'key' | 'title'>[],
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
): readonly OutcomeGroup[] =>
  heads
    .map((head) => ({ ...head, outcomes: outcomes.filter((each) => keyOf(each) === head.key) }))
    .filter((group) => group.outcomes.length > 0);
