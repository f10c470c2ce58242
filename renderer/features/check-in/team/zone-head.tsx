import { formatPlace, formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './team-check-ins.module.css';

interface ZoneHeadProps {
  readonly id: string;
  readonly zone: string;
  readonly nowMs: number;
}

/** Where people are, and what time it is there. */
export const ZoneHead = ({ id, zone, nowMs }: ZoneHeadProps) => (
  <h2 id={id} className={css['zone']}>
    {t('checkIn.teamView.zone', {
      place: formatPlace(zone),
      time: formatWeekdayTime(nowMs, zone),
    })}
  </h2>
);
