import { piecesOf } from '#shared/plan/weekly-hours';
import type { DayDraft, Stretch } from '#shared/plan/weekly-hours';
import css from './week-editor.module.css';

const DAY_MINUTES = 1440;

interface DayBarsProps {
  readonly day: DayDraft;
  /** The day before it in the week, whose shift may reach into this one. */
  readonly before: DayDraft | undefined;
}

/** One day's hours from midnight to midnight. The fields beside it say the same in words. */
export function DayBars({ day, before }: DayBarsProps) {
  const own = stretches(day, 0);
  const carried = before ? stretches(before, DAY_MINUTES) : [];
  return (
    <div className={css['track']} aria-hidden>
      {own.map((each) => (
        <Bar key={`own ${each.from}`} {...each} />
      ))}
      {carried.map((each) => (
        <Bar key={`carried ${each.from}`} {...each} isCarried />
      ))}
    </div>
  );
}

function Bar({ from, to, isCarried = false }: Stretch & { readonly isCarried?: boolean }) {
  return (
    <span
      className={css['bar']}
      data-carried={isCarried || undefined}
      style={{ left: share(from), width: share(to - from) }}
    />
  );
}

/** What is worked in the day that begins `startMinute` after the draft's own. */
const stretches = ({ shifts }: DayDraft, startMinute: number): readonly Stretch[] =>
  shifts.flatMap(piecesOf).flatMap((piece) => {
    const from = Math.max(0, piece.from - startMinute);
    const to = Math.min(DAY_MINUTES, piece.to - startMinute);
    return to > from ? [{ from, to }] : [];
  });

const share = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;
