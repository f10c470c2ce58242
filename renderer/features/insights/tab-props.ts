import type { DayKey } from '#shared/day';
import type { ReportTable } from '#shared/exports/report-table';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { FigureScope } from '#shared/metrics/insights/group-by';
import type { Bucket, DayRange } from '#shared/metrics/period';
import type { TermsBook } from '#shared/metrics/terms';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import type { InsightsChoice } from './insights-params.ts';

/** What every tab of Insights is drawn from. */
export interface InsightsTabProps {
  readonly plan: Plan;
  readonly choice: InsightsChoice;
  /** The filter as members and outcomes; figures and open work are limited to it already. */
  readonly scope: FigureScope;
  readonly figures: Figures;
  /** Of as many days before, or of a year earlier; null where nothing is compared. */
  readonly previous: Figures | null;
  readonly open: readonly Entry[];
  readonly bucket: Bucket;
  /** The buckets that have begun, all where none has: what charts and columns show. */
  readonly shown: readonly DayRange[];
  readonly period: DrillPeriod;
  readonly terms: TermsBook;
  readonly today: DayKey;
  readonly nowMs: number;
  /** Hands over what makes the tab's tables, whenever they are taken out of the app. */
  readonly onTables: (make: () => readonly ReportTable[]) => void;
}
