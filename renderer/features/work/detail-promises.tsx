import type { SlaReading, SlaState } from '#shared/metrics/sla';
import { readSla } from '#shared/metrics/sla';
import type { Sla } from '#shared/plan/outcome';
import { t } from '../../i18n/text.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { momentText } from './moment-text.ts';
import type { Work } from './use-work.ts';
import type { WorkItem } from './work-item.ts';
import css from './work-detail.module.css';
import { leftText, workLength } from './work-words.ts';

interface DetailPromisesProps {
  readonly item: WorkItem;
  readonly work: Work;
}

const TONES: Readonly<Record<SlaState, Tone>> = {
  met: 'good',
  missed: 'bad',
  overdue: 'bad',
  running: 'neutral',
};

const MINUTE_MS = 60_000;

/** By when the work is wanted, and how each promise about it stands: in working time, raw and excused. */
export function DetailPromises({ item: { entry, pressure }, work }: DetailPromisesProps) {
  const { clock, slasAt, outages } = work.terms.of(entry.memberId, entry.outcomeId);
  const slas = entry.requestedAtMs === null ? [] : slasAt(entry.requestedAtMs);
  const readings = slas.flatMap((sla) => {
    const reading = readSla(entry, sla, clock, work.nowMs, outages);
    return reading ? [{ sla, reading }] : [];
  });
  if (entry.dueAtMs === null && readings.length === 0) return null;
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('work.detail.due')}</h3>
      <ul className={css['rows']}>
        {entry.dueAtMs !== null && (
          <li className={css['promise']}>
            <span>{t('work.detail.ownDue')}</span>
            {pressure.promise === 'due' && (
              <span className={css['state']} data-risk={pressure.risk}>
                {leftText(pressure, work.nowMs)}
              </span>
            )}
            <span className={css['more']}>{momentText(entry.dueAtMs, entry, work)}</span>
          </li>
        )}
        {readings.map(({ sla, reading }) => (
          <Promise key={sla.to} sla={sla} reading={reading} item={entry} work={work} />
        ))}
      </ul>
    </section>
  );
}

interface PromiseProps {
  readonly sla: Sla;
  readonly reading: SlaReading;
  readonly item: WorkItem['entry'];
  readonly work: Work;
}

function Promise({ sla, reading, item, work }: PromiseProps) {
  const { state, excusedState, usedMs, excusedMs, dueAtMs } = reading;
  const allowedMs = sla.minutes * MINUTE_MS;
  const isLate = state === 'missed' || state === 'overdue';
  return (
    <li className={css['promise']}>
      <span>{t(`work.detail.promise.${sla.to}`, { length: workLength(allowedMs) })}</span>
      <Badge tone={TONES[state]}>{t(`work.detail.state.${state}`)}</Badge>
      <span className={css['meter']} aria-hidden>
        <span
          className={css['used']}
          data-late={isLate || undefined}
          style={{ '--used': String(Math.min(1, usedMs / allowedMs)) }}
        />
      </span>
      <span className={css['more']}>
        {t('work.detail.used', { used: workLength(usedMs), allowed: workLength(allowedMs) })}
        {Number.isFinite(dueAtMs) && ` · ${momentText(dueAtMs, item, work)}`}
      </span>
      {excusedMs > 0 && (
        <span className={css['more']}>
          {t('work.detail.excused', {
            used: workLength(usedMs - excusedMs),
            state: t(`work.detail.state.${excusedState}`).toLowerCase(),
          })}
        </span>
      )}
    </li>
  );
}
