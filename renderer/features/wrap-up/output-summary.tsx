import type { DailyReport } from '#shared/cadence/daily-report';
import { paceOf } from '#shared/metrics/pace';
import type { Plan } from '../../data/plan.ts';
import { formatQuantity, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Bullet } from '../../ui/bullet.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './wrap-up-view.module.css';

interface OutputSummaryProps {
  readonly report: DailyReport;
  readonly plan: Plan;
}

/** The day's figures beside the words: what the report is about. */
export function OutputSummary({ report, plan }: OutputSummaryProps) {
  return (
    <Panel title={t('wrapUp.againstTarget')}>
      {report.output.length === 0 && <p className={css['faint']}>{t('wrapUp.nothingLogged')}</p>}
      <ul>
        {report.output.map(({ outcomeId, totals, target, accuracyRatio }) => {
          const name = plan.outcomeById.get(outcomeId)?.name ?? t('wrapUp.line.unknown');
          return (
            <li key={outcomeId} className={css['output']}>
              <span className={css['outputName']}>{name}</span>
              <span className={css['outputFigure']}>
                {formatQuantity(totals.quantity)}
                {target !== null && target > 0 && (
                  <span className={css['faint']}>
                    {' '}
                    {t('today.of', { target: formatQuantity(Math.round(target * 10) / 10) })}
                  </span>
                )}
              </span>
              <span className={css['faint']}>
                {accuracyRatio !== null &&
                  t('wrapUp.accurate', { accuracy: formatRatio(accuracyRatio) })}
              </span>
              {target !== null && target > 0 && (
                <span className={css['outputBar']}>
                  <Bullet
                    label={name}
                    value={totals.quantity}
                    target={target}
                    expected={target}
                    pace={paceOf(totals.quantity, target, target)}
                    format={formatQuantity}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
