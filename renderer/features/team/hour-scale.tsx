import css from './week-editor.module.css';

const HOURS = [0, 6, 12, 18, 24] as const;

/** The hours over the bars of a week. */
export function HourScale() {
  return (
    <div className={css['scale']} aria-hidden>
      {HOURS.map((hour) => (
        <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
          {String(hour).padStart(2, '0')}
        </span>
      ))}
    </div>
  );
}
