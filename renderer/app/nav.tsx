import type { LucideIcon } from 'lucide-react';
import {
  CalendarCheck,
  BadgeCheck,
  ChartNoAxesColumn,
  ChartSpline,
  CircleQuestionMark,
  FileInput,
  FolderSync,
  ListChecks,
  MessagesSquare,
  PanelLeftClose,
  PanelLeftOpen,
  Rows3,
  ScrollText,
  Settings,
  ShieldCheck,
  SquareKanban,
  Sun,
  Sunrise,
  Target,
  Users,
  Waypoints,
} from 'lucide-react';

import { t } from '../i18n/text.ts';
import type { View } from '../state/route.ts';
import { go, useRoute } from '../state/route.ts';
import { now } from '../services/clock.ts';
import { useSession } from '../state/session.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { COMMON_VIEWS, navEntryOf, ownWorkViews, viewsOf } from './navigation.ts';
import css from './nav.module.css';
import { useHasOwnWork } from './parts/own-work.ts';
import { savePreferences } from '../services/preferences.ts';
import { SampleNote } from './sample-note.tsx';
import { useFetchedWhenIdle } from './use-fetched-when-idle.ts';
import { prefetchView } from './views.ts';
import { useIsTight } from './tight.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

const ICONS: Readonly<Record<View, LucideIcon>> = {
  today: Sun,
  entries: Rows3,
  checklists: ListChecks,
  run: ListChecks,
  'wrap-up': CalendarCheck,
  overview: ChartNoAxesColumn,
  insights: ChartSpline,
  quality: BadgeCheck,
  reviews: MessagesSquare,
  'check-in': Sunrise,
  strategy: Waypoints,
  work: SquareKanban,
  outcomes: Target,
  outcome: Target,
  sops: ScrollText,
  team: Users,
  import: FileInput,
  sync: FolderSync,
  settings: Settings,
  privacy: ShieldCheck,
  help: CircleQuestionMark,
  handover: Users,
};

/** What a manager opens first after the overview: its code and the sums that it reads. */
async function fetchInsights(): Promise<void> {
  prefetchView('insights');
  const { readFiguresAhead } = await import('../data/insights/read-ahead.ts');
  await readFiguresAhead(now());
}

/** The seat's views at the left edge; narrow it shows icons alone. */
export function Nav() {
  const seat = useSession((state) => state.seat);
  useFetchedWhenIdle(fetchInsights, seat === 'manager');
  const isCollapsed = useSession((state) => state.start?.settings.isNavCollapsed ?? false);
  const isTight = useIsTight();
  const isNarrow = isCollapsed || isTight;
  const hasOwnWork = useHasOwnWork();
  return (
    <div className={css['side']} data-narrow={isNarrow || undefined}>
      <WorkspaceSwitcher isNarrow={isNarrow} />
      <SampleNote isNarrow={isNarrow} />
      <nav aria-label={t('app.nav.label')} className={css['views']}>
        <Group views={viewsOf(seat)} isNarrow={isNarrow} />
        <Group views={ownWorkViews(seat, hasOwnWork)} isNarrow={isNarrow} />
        <Group views={COMMON_VIEWS} isNarrow={isNarrow} isLast />
      </nav>
      {!isTight && (
        <div className={css['foot']}>
          <IconButton
            size="sm"
            label={isCollapsed ? t('app.nav.expand') : t('app.nav.collapse')}
            icon={isCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            onClick={() => void savePreferences({ isNavCollapsed: !isCollapsed })}
          />
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  readonly views: readonly View[];
  readonly isNarrow: boolean;
  readonly isLast?: boolean | undefined;
}

function Group({ views, isNarrow, isLast }: GroupProps) {
  const current = navEntryOf(useRoute().view);
  if (views.length === 0) return null;
  return (
    <ul className={css['group']} data-last={isLast || undefined}>
      {views.map((view) => {
        const Icon = ICONS[view];
        const label = t(`app.nav.${view}`);
        return (
          <li key={view}>
            <button
              type="button"
              className={css['view']}
              aria-current={view === current ? 'page' : undefined}
              aria-label={isNarrow ? label : undefined}
              data-tooltip={isNarrow ? label : undefined}
              onClick={() => go(view)}
              onPointerEnter={() => prefetchView(view)}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              {!isNarrow && label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
