import type { Seat } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import type { View } from '../../state/route.ts';
import { COMMON_VIEWS, ownWorkViews, viewOfDigit, viewsOf } from '../navigation.ts';
import { focusWhenThere } from './focus-when-there.ts';
import type { PaletteItem } from './palette-item.ts';
import { paletteItem } from './palette-item.ts';

interface Sitting {
  readonly seat: Seat;
  readonly memberId: string;
  readonly hasOwnWork: boolean;
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

/** Every view of the seat, with its key. */
export function viewItems({ seat, hasOwnWork }: Sitting): readonly PaletteItem[] {
  const keys = new Map<View, string>([['settings', 'Ctrl+,']]);
  for (const digit of DIGITS) {
    const view = viewOfDigit(seat, hasOwnWork, digit);
    if (view) keys.set(view, `Ctrl+${digit}`);
  }
  const views: readonly View[] = [
    ...viewsOf(seat),
    ...ownWorkViews(seat, hasOwnWork),
    ...COMMON_VIEWS,
    'privacy',
  ];
  return views.map((view) =>
    paletteItem({
      id: `view/${view}`,
      group: 'views',
      text: t(`app.nav.${view}`),
      shortcut: keys.get(view),
      open: () => go(view),
    }),
  );
}

/** What the plan names: for a manager its screens, for an assistant what they do with it. */
export function planItems(plan: Plan, sitting: Sitting): readonly PaletteItem[] {
  return sitting.seat === 'manager' ? managersPlan(plan, sitting) : assistantsPlan(plan, sitting);
}

const managersPlan = (plan: Plan, { memberId }: Sitting): readonly PaletteItem[] => [
  ...plan.members.map(({ id, name, isGone }) =>
    paletteItem({
      id: `member/${id}`,
      group: 'members',
      text: name,
      hint: isGone ? t('palette.hint.left') : id === memberId ? t('palette.hint.you') : '',
      open: () => go('team', { memberId: id }),
    }),
  ),
  ...plan.outcomes.map(({ id, name, client, isArchived }) =>
    paletteItem({
      id: `outcome/${id}`,
      group: 'outcomes',
      text: name,
      hint: isArchived ? t('palette.hint.archived') : client,
      also: client,
      open: () => go('outcome', { id }),
    }),
  ),
  ...plan.sops.map(({ id, title, outcomeId, isArchived, publishedVersion }) => {
    const outcome = plan.outcomeById.get(outcomeId)?.name ?? '';
    const draft = publishedVersion === 0 ? t('palette.hint.draft') : outcome;
    return paletteItem({
      id: `sop/${id}`,
      group: 'sops',
      text: title,
      hint: isArchived ? t('palette.hint.archived') : draft,
      also: outcome,
      open: () => go('sops', { sopId: id }),
    });
  }),
];

const assistantsPlan = (plan: Plan, { memberId }: Sitting): readonly PaletteItem[] => [
  ...plan.outcomes
    .filter(({ isArchived, memberIds }) => !isArchived && memberIds.includes(memberId))
    .map(({ id, name, client }) =>
      paletteItem({
        id: `outcome/${id}`,
        group: 'outcomes',
        text: name,
        hint: client,
        also: client,
        open: () => go('entries', { outcomeId: id }),
      }),
    ),
  ...plan.sops
    .filter(({ isArchived, publishedVersion }) => !isArchived && publishedVersion > 0)
    .map(({ id, title, outcomeId }) =>
      paletteItem({
        id: `sop/${id}`,
        group: 'sops',
        text: title,
        hint: plan.outcomeById.get(outcomeId)?.name,
        open: () => {
          focusWhenThere(t('checklists.startRun', { title }));
          go('checklists');
        },
      }),
    ),
];
