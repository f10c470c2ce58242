import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { InsightsTab } from './insights-params.ts';
import { OutputPanels } from './output/output-panels.tsx';
import type { InsightsTabProps } from './tab-props.ts';

/** What each tab shows. The first one opens with the view; the others come when they are asked for. */
export const TAB_PANELS: Readonly<Record<InsightsTab, ComponentType<InsightsTabProps>>> = {
  output: OutputPanels,
  flow: lazy(async () => ({ default: (await import('./flow/flow-panels.tsx')).FlowPanels })),
  promises: lazy(async () => ({
    default: (await import('./promises/promise-panels.tsx')).PromisePanels,
  })),
  quality: lazy(async () => ({
    default: (await import('./quality/quality-panels.tsx')).QualityPanels,
  })),
  value: lazy(async () => ({ default: (await import('./value/value-panels.tsx')).ValuePanels })),
};
