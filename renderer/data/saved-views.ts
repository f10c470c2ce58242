import type { SavedView } from '#shared/saved-view';
import { savedViewFrom } from '#shared/saved-view';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';

/** A member's named views of a screen, in their order. */
export async function savedViews(memberId: string, screen: string): Promise<SavedView[]> {
  const rows = currentProjection()
    .views.where('key')
    .startsWith(`${memberAudience(memberId)}|`);
  return (await rows.toArray())
    .map(savedViewFrom)
    .filter((view) => view.screen === screen && !view.isDeleted)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
