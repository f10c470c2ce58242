import { dayIn } from '#shared/day';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useNow } from '../../state/use-now.ts';
import { promiseExamples } from './promise-example.ts';
import css from './promise-fields.module.css';

const HOUR_MS = 3_600_000;

/** The promises in a case that one can check in one's head. */
export function PromisePreview({ draft, plan }: { draft: OutcomeDraft; plan: Plan }) {
  const nowMs = useNow(HOUR_MS);
  const examples = promiseExamples(draft, plan, nowMs).filter(({ due }) => due.length > 0);
  if (examples.length === 0) return null;
  return (
    <section aria-label={t('outcomes.promise.example')} className={css['examples']}>
      <p className={css['examplesTitle']}>{t('outcomes.promise.example')}</p>
      <dl className={css['exampleList']}>
        {examples.map(({ who, zone, askedMs, due }) => (
          <div key={`${who} ${zone}`} className={css['example']}>
            <dt>{t('outcomes.promise.zone', { who, zone: zone.replaceAll('_', ' ') })}</dt>
            <dd>
              {t('outcomes.promise.askedAt', { asked: moment(askedMs, zone) })}
              {due.map(({ to, atMs }) => (
                <span key={to} className={css['due']}>
                  {' → '}
                  {t('outcomes.promise.due', {
                    stage: t(`outcomes.promise.on.${to}`).toLowerCase(),
                    due: atMs === null ? t('outcomes.promise.never') : moment(atMs, zone),
                  })}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const moment = (ms: number, zone: string): string =>
  `${formatDay(dayIn(zone, ms))} ${formatTime(ms, zone)}`;
