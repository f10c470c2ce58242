import { type Audience, isAudience, memberAudience } from '#shared/stream/change';
import type { Holder } from './fold-access.ts';

/** What somebody reads; null: everything. */
export const readableAudiences = ({ memberId, isManager }: Holder): readonly Audience[] | null =>
  isManager ? null : ['team', memberAudience(memberId)];

/** Members read where they write: with the team, and their own. */
export function mayUse(holder: Holder, audience: string): audience is Audience {
  if (!isAudience(audience)) return false;
  return readableAudiences(holder)?.includes(audience) ?? true;
}
