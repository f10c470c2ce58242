import type { EntryValues } from '../../../services/deliverables.ts';

/** A part is some of its whole: one without the other says nothing. */
export const isRatioWrong = ({
  partCount,
  wholeCount,
}: Pick<EntryValues, 'partCount' | 'wholeCount'>): boolean =>
  (partCount === null) !== (wholeCount === null) || (partCount ?? 0) > (wholeCount ?? 0);
