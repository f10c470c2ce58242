import type { SlaReading, SlaState } from '#shared/metrics/sla';
import { readSla } from '#shared/metrics/sla';
import type { Sla } from '#shared/plan/outcome';
import { MINUTE_MS } from '#shared/worktime/zone-offset';
import type { Entry } from '../../data/deliverables.ts';
import { useOutages } from '../../data/outages.ts';
import type { Plan } from '../../data/plan.ts';
import { currentTerms } from '../../data/terms.ts';
import { formatDateTime, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useNow } from '../../state/use-now.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import css from './entry-detail.module.css';

const TONES: Readonly<Record<SlaState, Tone>> = {
  met: 'good',
  missed: 'bad',
  overdue: 'bad',
  running: 'neutral',
};

/** How an entry stands to each promise that held when it was asked for: in working time, raw and excused. */
export function EntryPromises({ entry, plan }: { readonly entry: Entry; readonly plan: Plan }) {
  const nowMs = useNow();
  const { requestedAtMs } = entry;
  const { clock, slasAt, outages } = currentTerms(plan, useOutages()).of(
    entry.memberId,
    entry.outcomeId,
  );
  const readings = (requestedAtMs === null ? [] : slasAt(requestedAtMs)).flatMap((sla) => {
    const reading = readSla(entry, sla, clock, nowMs, outages);
    return reading ? [{ sla, reading }] : [];
  });
  if (readings.length === 0) return null;
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('log.detail.promises')}</h3>
      <ul className={css['rows']}>
        {readings.map(({ sla, reading }) => (
          <Reading key={sla.to} sla={sla} reading={reading} zone={entry.zone} />
        ))}
      </ul>
    </section>
  );
}

interface ReadingProps {
  readonly sla: Sla;
  readonly reading: SlaReading;
  readonly zone: string;
}

function Reading({ sla, reading, zone }: ReadingProps) {
  const { state, excusedState, usedMs, excusedMs, dueAtMs } = reading;
  return (
    <li>
      <span className={css['promise']}>
        {t(`log.detail.promise.${sla.to}`, { length: formatWorkTime(sla.minutes * MINUTE_MS) })}
        <Badge tone={TONES[state]}>{t(`log.detail.sla.${state}`)}</Badge>
      </span>
      <span className={css['faint']}>
        {t('log.detail.used', { length: formatWorkTime(usedMs) })}
        {Number.isFinite(dueAtMs) &&
          ` · ${t('log.detail.until', { when: formatDateTime(dueAtMs, zone) })}`}
        {excusedMs >= MINUTE_MS &&
          ` · ${t('log.detail.excused', {
            length: formatWorkTime(usedMs - excusedMs),
            state: t(`log.detail.sla.${excusedState}`),
          })}`}
      </span>
    </li>
  );
}
