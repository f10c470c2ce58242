import type { DayKey } from '#shared/day';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { bucketsOf } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { dayNumber } from '#shared/metrics/week-days';
import { useEffect, useState } from 'react';
import { useProjection } from '../current.ts';
import type { DaysBy } from '../days-by.ts';
import { inSlices } from '../in-slices.ts';
import type { Projection } from '../projection.ts';
import { cellRows, dayRows } from '../rollups.ts';
import { onSumsChanged } from '../row-changes.ts';
import { FigureSums } from './figure-sums.ts';
import { keptFigures } from './kept-figures.ts';
import { addWeeks, bucketFinder } from './week-figures.ts';

/** Which figures are wanted. Members, outcomes and clients are chosen among the rows of the answer. */
export interface FiguresQuery extends DayRange {
  readonly bucket: Bucket;
  readonly daysBy: DaysBy;
  /** Days after it count for nothing (see `lastCountedDay`); their buckets are there, and empty. */
  readonly countedToDay?: DayKey;
}

/**
 * The figures of some days. Amounts are exact. Times are exact where buckets are days; where they are
 * longer, within the error that their distributions state.
 */
export async function readFigures(query: FiguresQuery): Promise<Figures> {
  const { fromDay, toDay, bucket, countedToDay = toDay } = query;
  const range = { fromDay, toDay };
  if (fromDay > toDay) return { range, buckets: [], rows: [] };
  const buckets = bucketsOf(range, bucket);
  const sums = new FigureSums(buckets.length);
  const bucketAt = bucketFinder(buckets);
  const counted = { ...query, toDay: countedToDay < toDay ? countedToDay : toDay };
  if (fromDay > counted.toDay) return { range, buckets, rows: [] };
  const parted = bucket === 'day' ? null : await addWeeks(counted, sums, bucketAt);
  const days = parted ? await cellRows(parted, counted) : await dayRows(counted);
  await inSlices(days, ({ memberId, outcomeId, day, totals }) =>
    sums.addDay(sums.lineOf(memberId, outcomeId), bucketAt(dayNumber(day)), totals),
  );
  return { range, buckets, rows: sums.rows() };
}

interface Shown {
  readonly projection: Projection;
  readonly figures: Figures;
}

/**
 * Figures, kept up to date; undefined until the first answer, and where nothing is asked. While another
 * question is answered, the last answer stays.
 */
export function useFigures(query: FiguresQuery | null): Figures | undefined {
  const projection = useProjection();
  const [shown, setShown] = useState<Shown | null>(() => shownBefore(projection, query));
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const { fromDay, toDay, bucket, daysBy, countedToDay } = query ?? {};
  useEffect(() => {
    if (!projection || !fromDay || !toDay || !bucket || !daysBy) return undefined;
    return followFigures(
      projection,
      { fromDay, toDay, bucket, daysBy, ...(countedToDay && { countedToDay }) },
      (figures) => setShown((held) => (held?.figures === figures ? held : { projection, figures })),
      (error) => setFailure({ error }),
    );
  }, [projection, fromDay, toDay, bucket, daysBy, countedToDay]);
  if (failure) throw failure.error;
  return query && shown?.projection === projection ? shown.figures : undefined;
}

/** What is at hand is drawn with the view itself. */
function shownBefore(projection: Projection | null, query: FiguresQuery | null): Shown | null {
  const figures = projection && query ? keptFigures(projection).of(query) : undefined;
  return projection && figures ? { projection, figures } : null;
}

/** While others' logs are merged, something is written several times a second. */
const REST_MS = 500;

/** Reads figures now and after writes: at once after a pause, and no more often than rests allow. */
function followFigures(
  db: Projection,
  query: FiguresQuery,
  onFigures: (figures: Figures) => void,
  onError: (error: unknown) => void,
): () => void {
  let isStopped = false;
  /** Or resting after it. */
  let isReading = false;
  let isWanted = false;
  const kept = keptFigures(db);
  const read = async (): Promise<void> => {
    isWanted = isReading;
    if (isReading) return;
    isReading = true;
    try {
      const figures =
        kept.of(query) ?? (await kept.take(query, async () => await readFigures(query)));
      if (!isStopped) onFigures(figures);
    } catch (error) {
      // A database that is being replaced closes under its readers; they start anew with the next.
      if (!isStopped && db.isOpen()) onError(error);
    }
    setTimeout(() => {
      isReading = false;
      if (isWanted && !isStopped) void read();
    }, REST_MS);
  };
  const stopListening = onSumsChanged(db, () => void read());
  void read();
  return () => {
    isStopped = true;
    stopListening();
  };
}
