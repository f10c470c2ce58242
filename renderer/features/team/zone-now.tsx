import { formatTime } from '../../i18n/format.ts';
import css from './zone-now.module.css';

interface ZoneNowProps {
  readonly zone: string;
  readonly nowMs: number;
  /** Whether it is working time there; left out where nobody knows. */
  readonly isOpen?: boolean | undefined;
}

/** The wall clock of a zone, strong while people work there. */
export function ZoneNow({ zone, nowMs, isOpen }: ZoneNowProps) {
  return (
    <span className={css['time']} data-open={isOpen || undefined}>
      {formatTime(nowMs, zone)}
    </span>
  );
}
