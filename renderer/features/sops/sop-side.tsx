import type { ComponentType } from 'react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { useOnceParams } from '../../state/once-params.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import css from './sop-editor.module.css';
import { PreviewTab } from './preview/preview-tab.tsx';
import type { SopTabProps } from './sop-tab.ts';

const SIDES = [
  'preview',
  'versions',
  'readers',
  'suggestions',
  'insights',
  'schedules',
  'translations',
] as const;
type Side = (typeof SIDES)[number];

/** Beside the draft: how the assistant will see it, and everything that is known about the SOP. */
export function SopSide(props: SopTabProps) {
  const asked = useOnceParams(['side']);
  const [side, setSide] = useState<Side>(
    () => SIDES.find((each) => each === asked['side']) ?? 'preview',
  );
  const Tab = TABS[side];
  return (
    <Tabs<Side>
      label={t('sops.editor.tabs')}
      value={side}
      onChange={setSide}
      tabs={SIDES.map((value) => ({ value, label: t(`sops.side.${value}`) }))}
    >
      <div className={css['sideBody']} data-scrolls>
        <Suspense fallback={<LoadingState />}>
          <Tab {...props} />
        </Suspense>
      </div>
    </Tabs>
  );
}

/** Each is fetched when it is first shown. */
const TABS: Readonly<Record<Side, ComponentType<SopTabProps>>> = {
  preview: PreviewTab,
  versions: lazy(async () => ({
    default: (await import('./versions/versions-tab.tsx')).VersionsTab,
  })),
  readers: lazy(async () => ({ default: (await import('./readers/readers-tab.tsx')).ReadersTab })),
  suggestions: lazy(async () => ({
    default: (await import('./suggestions/suggestions-tab.tsx')).SuggestionsTab,
  })),
  insights: lazy(async () => ({
    default: (await import('./insights/insights-tab.tsx')).InsightsTab,
  })),
  schedules: lazy(async () => ({
    default: (await import('./schedules/schedules-tab.tsx')).SchedulesTab,
  })),
  translations: lazy(async () => ({
    default: (await import('./translations/translations-tab.tsx')).TranslationsTab,
  })),
};
