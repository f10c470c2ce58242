import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** A member's name, marked where they have left; empty where the plan knows nobody of that id. */
export function memberName({ memberById }: Pick<Plan, 'memberById'>, id: string): string {
  const member = memberById.get(id);
  if (!member) return '';
  return member.isGone ? t('outcomes.left', { name: member.name }) : member.name;
}
