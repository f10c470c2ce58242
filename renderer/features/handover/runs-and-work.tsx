import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './handover.module.css';

/** Each open run with what was answered, and each piece of open work with what was done about it. */
export function RunsAndWork({ facts: { runs, work, member } }: { readonly facts: HandOverFacts }) {
  const answered = runs.filter(({ answers }) => answers.length > 0);
  if (answered.length + work.length === 0) return null;
  return (
    <Panel title={t('handover.history.title')}>
      {answered.map((run) => (
        <details key={run.id} className={css['story']}>
          <summary>
            <span className={css['title']}>{run.sop}</span>
            <span className={css['facts']}>
              {t('handover.give.step', {
                at: run.stepNumber,
                count: run.stepCount,
                step: run.step,
              })}
            </span>
          </summary>
          <p className={css['kind']}>{t('handover.answers')}</p>
          <dl className={css['pairs']}>
            {run.answers.map(({ step, answer }) => (
              <div key={step}>
                <dt>{step}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
      {work.map((each) => (
        <details key={each.id} className={css['story']}>
          <summary>
            <span className={css['title']}>{each.title}</span>
            <span className={css['facts']}>
              {[t(`log.stage.${each.stage}`), each.client, each.outcome]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </summary>
          {each.note !== '' && <p className={css['written']}>{each.note}</p>}
          <dl className={css['pairs']}>
            {each.history.map(({ atMs, what }) => (
              <div key={`${atMs} ${what}`}>
                <dt>{formatDateTime(atMs, member.timeZone)}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </Panel>
  );
}
