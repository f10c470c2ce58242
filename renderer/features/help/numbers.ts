import type { TextKey } from '../../i18n/text.ts';

/** A figure's name and what it means, as the screens themselves say it. */
export type NumberWords = readonly [name: TextKey, meaning: TextKey];

export const OVERVIEW_NUMBERS: readonly NumberWords[] = [
  ['overview.figures.attainment', 'overview.figures.attainmentDefinition'],
  ['overview.figures.completed', 'overview.figures.completedDefinition'],
  ['overview.figures.inProgress', 'overview.figures.inProgressDefinition'],
  ['overview.figures.blocked', 'overview.figures.blockedDefinition'],
  ['overview.figures.turnaround', 'overview.figures.turnaroundDefinition'],
  ['overview.figures.accuracy', 'overview.figures.accuracyDefinition'],
  ['overview.figures.reopened', 'overview.figures.reopenedDefinition'],
  ['overview.service.kept', 'overview.service.keptDefinition'],
  ['overview.service.cycle', 'overview.service.cycleDefinition'],
  ['overview.service.waits', 'overview.service.waitsDefinition'],
];

export const FIGURE_NUMBERS: readonly NumberWords[] = [
  ['insights.tab.output', 'insights.define.output'],
  ['overview.service.kept', 'insights.define.kept'],
  ['overview.figures.accuracy', 'insights.define.accuracy'],
  ['measures.kind.value', 'insights.define.value'],
];

export const QUALITY_NUMBERS: readonly NumberWords[] = [
  ['quality.define.accepted', 'quality.define.acceptedText'],
  ['quality.define.pieces', 'quality.define.piecesText'],
  ['quality.define.logged', 'quality.define.loggedText'],
];

export const SOP_NUMBERS: readonly NumberWords[] = [
  ['sopInsights.measure.activeTime', 'sopInsights.definition.activeTime'],
  ['sopInsights.measure.turnaround', 'sopInsights.definition.turnaround'],
  ['sopInsights.measure.errors', 'sopInsights.definition.errors'],
  ['sopInsights.measure.returned', 'sopInsights.definition.returned'],
];
