import { dayIn } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { Client } from '#shared/plan/workspace';
import { formatDay, formatPlace, formatTime, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { whenText } from './countdown.tsx';
import css from './today-view.module.css';
import type { Today } from './use-today.ts';

/** The member's own day, its hours so far and left, and what time and day it is for their clients. */
export function DayHead({ today }: { readonly today: Today }) {
  const { member, day, nowMs } = today;
  const clients = clientsServed(today);
  const isPastMidnight = dayIn(member.timeZone, nowMs) !== day;
  return (
    <div role="group" aria-label={t('today.yourDay')} className={css['headline']}>
      <span className={css['clocks']}>
        <span>{formatDay(day, 'long')}</span>
        <span>{t('today.yourTime', { time: formatTime(nowMs, member.timeZone) })}</span>
        <span className={css['hours']}>{hoursText(today)}</span>
      </span>
      {clients.length > 0 && (
        <ul className={css['clients']} aria-label={t('today.clients')}>
          {clients.map(({ id, name, timeZone }) => (
            <li key={id}>
              {t('today.theirTime', {
                name,
                place: formatPlace(timeZone),
                time: formatTime(nowMs, timeZone),
              })}
              {dayIn(timeZone, nowMs) !== day && (
                <span className={css['otherDay']}> · {formatDay(dayIn(timeZone, nowMs))}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={css['counts']}>
        {[
          isPastMidnight && t('today.nightShift', { day: formatDay(day) }),
          ...countsText(clients, today),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

/** Those the member works for whose clocks show another time than their own. */
function clientsServed({ plan, member, output, agenda, nowMs }: Today): readonly Client[] {
  const served = new Set(output.map(({ outcome }) => outcome.client));
  for (const items of Object.values(agenda)) for (const { work } of items) served.add(work.client);
  const own = formatTime(nowMs, member.timeZone);
  return plan.clients.filter(
    ({ name, timeZone }) =>
      served.has(name) && timeZone !== '' && formatTime(nowMs, timeZone) !== own,
  );
}

function hoursText({ hours, member, nowMs }: Today): string {
  const { workedMs, leftMs, opensAtMs } = hours;
  const wholeMs = workedMs + leftMs;
  if (wholeMs === 0) return t('today.dayOff');
  if (workedMs === 0 && opensAtMs !== null) {
    return t('today.dayBegins', { time: whenText(opensAtMs, nowMs, member.timeZone) });
  }
  const worked = t('today.worked', {
    worked: formatWorkTime(workedMs),
    whole: formatWorkTime(wholeMs),
  });
  const left =
    leftMs === 0 ? t('today.dayOver') : t('today.hoursLeft', { left: formatWorkTime(leftMs) });
  return `${worked}, ${left}`;
}

/** Where a client's day is another, which day output logged now counts for: its own and theirs. */
function countsText(clients: readonly Client[], { day, nowMs }: Today): readonly string[] {
  const byDay = new Map<DayKey, string[]>();
  for (const { name, timeZone } of clients) {
    const clientDay = dayIn(timeZone, nowMs);
    if (clientDay !== day) byDay.set(clientDay, [...(byDay.get(clientDay) ?? []), name]);
  }
  return [...byDay].map(([clientDay, names]) =>
    t('today.countsFor', {
      day: formatDay(day),
      clients: names.join(', '),
      clientDay: formatDay(clientDay),
    }),
  );
}
