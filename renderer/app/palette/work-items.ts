import type { Entry } from '../../data/entry.ts';
import { inSlices } from '../../data/in-slices.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { paletteItem } from './palette-item.ts';

/** Open work to be looked through with each key: made ready once, in slices that leave the window free. */
export async function workItems(
  open: readonly Entry[],
  plan: Plan,
  isWanted: () => boolean,
): Promise<readonly PaletteItem[]> {
  const items: PaletteItem[] = [];
  await inSlices(open, (entry) => {
    if (isWanted()) items.push(entryItem(entry, plan, 'work'));
  });
  return items;
}

/** One entry, which opens among the others with its life and who wrote what. */
export function entryItem(
  entry: Entry,
  plan: Plan,
  group: Extract<PaletteGroup, 'work' | 'log'>,
): PaletteItem {
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const who = plan.memberById.get(entry.memberId)?.name ?? '';
  const said = [outcome?.name, entry.client, who, group === 'log' && formatDay(entry.day)];
  return paletteItem({
    id: `entry/${entry.audience}/${entry.id}`,
    group,
    text: workTitle(entry, outcome?.unit ?? t('log.items')),
    hint: said.filter(Boolean).join(' · '),
    also: [entry.client, entry.reference, outcome?.name, who].filter(Boolean).join(' '),
    open: () => go('entries', { entry: entry.id, of: entry.audience }),
  });
}
