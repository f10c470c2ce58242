import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { View } from '../state/route.ts';

type Load = () => Promise<ComponentType>;

/** Each view is a chunk of its own, fetched when it is first shown (or ahead of it, see `prefetchViews`). */
const LOADS: Readonly<Record<View, Load>> = {
  today: async () => (await import('../features/today/today-view.tsx')).TodayView,
  entries: async () => (await import('../features/log/entries-view.tsx')).EntriesView,
  checklists: async () =>
    (await import('../features/checklists/checklists-view.tsx')).ChecklistsView,
  run: async () => (await import('../features/checklists/run-view.tsx')).RunView,
  'wrap-up': async () => (await import('../features/wrap-up/wrap-up-view.tsx')).WrapUpView,
  overview: async () => (await import('../features/overview/overview-view.tsx')).OverviewView,
  insights: async () => (await import('../features/insights/insights-view.tsx')).InsightsView,
  quality: async () => (await import('../features/quality/quality-view.tsx')).QualityView,
  reviews: async () => (await import('../features/reviews/reviews-view.tsx')).ReviewsView,
  'check-in': async () => (await import('../features/check-in/check-in-view.tsx')).CheckInView,
  strategy: async () => (await import('../features/strategy/strategy-view.tsx')).StrategyView,
  work: async () => (await import('../features/work/work-view.tsx')).WorkView,
  outcome: async () => (await import('../features/outcomes/outcome-view.tsx')).OutcomeView,
  outcomes: async () => (await import('../features/outcomes/outcomes-view.tsx')).OutcomesView,
  sops: async () => (await import('../features/sops/sops-view.tsx')).SopsView,
  team: async () => (await import('../features/team/team-view.tsx')).TeamView,
  import: async () => (await import('../features/import/import-view.tsx')).ImportView,
  sync: async () => (await import('../features/sync/sync-view.tsx')).SyncView,
  settings: async () => (await import('../features/settings/settings-view.tsx')).SettingsView,
  privacy: async () => (await import('../features/privacy/privacy-view.tsx')).PrivacyView,
  help: async () => (await import('../features/help/help-view.tsx')).HelpView,
  handover: async () => (await import('../features/handover/handover-view.tsx')).HandoverView,
};

const asModule = async (load: Load) => ({ default: await load() });

export const VIEW_COMPONENTS: Readonly<Record<View, ComponentType>> = {
  today: lazy(() => asModule(LOADS.today)),
  entries: lazy(() => asModule(LOADS.entries)),
  checklists: lazy(() => asModule(LOADS.checklists)),
  run: lazy(() => asModule(LOADS.run)),
  'wrap-up': lazy(() => asModule(LOADS['wrap-up'])),
  overview: lazy(() => asModule(LOADS.overview)),
  insights: lazy(() => asModule(LOADS.insights)),
  quality: lazy(() => asModule(LOADS.quality)),
  reviews: lazy(() => asModule(LOADS.reviews)),
  'check-in': lazy(() => asModule(LOADS['check-in'])),
  strategy: lazy(() => asModule(LOADS.strategy)),
  work: lazy(() => asModule(LOADS.work)),
  outcome: lazy(() => asModule(LOADS.outcome)),
  outcomes: lazy(() => asModule(LOADS.outcomes)),
  sops: lazy(() => asModule(LOADS.sops)),
  team: lazy(() => asModule(LOADS.team)),
  import: lazy(() => asModule(LOADS.import)),
  sync: lazy(() => asModule(LOADS.sync)),
  settings: lazy(() => asModule(LOADS.settings)),
  privacy: lazy(() => asModule(LOADS.privacy)),
  help: lazy(() => asModule(LOADS.help)),
  handover: lazy(() => asModule(LOADS.handover)),
};

/** Fetches a view's code without showing it; a failure shows itself when the view is opened. */
export function prefetchView(view: View): void {
  LOADS[view]().catch(() => undefined);
}
