import type { OutputFigure, ReviewFigures } from '#shared/cadence/review-figures';
import { paceOf } from '#shared/metrics/pace';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { quantityText } from '../../../i18n/entry-words.ts';
import { formatQuantity, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Bullet } from '../../../ui/bullet.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { rateHint, targetWords } from './amount-words.ts';
import { periodOf } from './figure-period.ts';
import css from './figures.module.css';
import { LeftOut } from './section-list.tsx';

/** Output by outcome against target and against the days before; then whose is behind. */
export function OutputSection({ figures }: { readonly figures: ReviewFigures }) {
  const { output, leftOut } = figures;
  return (
    <Panel title={t('reviews.output.title')}>
      {output.length === 0 ? (
        <p className={css['none']}>{t('reviews.output.none')}</p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col" className={css['name']}>
                {t('reviews.output.what')}
              </th>
              <th scope="col" className={css['number']}>
                {t('reviews.output.done')}
              </th>
              <th scope="col" className={css['bar']}>
                {t('reviews.output.target')}
              </th>
              <th scope="col" className={css['number']}>
                {t('reviews.output.share')}
              </th>
              <th scope="col" className={css['number']}>
                {t('reviews.output.before')}
              </th>
              <th scope="col" className={css['number']}>
                {t('reviews.output.accuracy')}
              </th>
              <th scope="col" className={css['number']}>
                {t('reviews.output.promises')}
              </th>
            </tr>
          </thead>
          <tbody>
            {output.map((line) => (
              <OutputRow key={line.outcomeId} line={line} figures={figures} />
            ))}
          </tbody>
        </table>
      )}
      <LeftOut count={leftOut['output']} />
      {figures.kind === 'weekly' && figures.behind.length > 0 && (
        <div className={css['behind']}>
          <h3>{t('reviews.output.behind')}</h3>
          <ul>
            {figures.behind.map((each) => (
              <li key={`${each.memberId} ${each.outcomeId}`}>
                <button
                  type="button"
                  className={css['link']}
                  onClick={() =>
                    drillDown(periodOf(figures), {
                      memberId: each.memberId,
                      outcomeId: each.outcomeId,
                      stage: 'all',
                    })
                  }
                >
                  {t('reviews.output.behindLine', {
                    member: each.member,
                    outcome: each.outcome,
                    value: formatQuantity(each.quantity),
                    target: quantityText(Math.round(each.target), each.unit),
                  })}
                </button>
              </li>
            ))}
          </ul>
          <LeftOut count={leftOut['behind']} />
        </div>
      )}
    </Panel>
  );
}

interface OutputRowProps {
  readonly line: OutputFigure;
  readonly figures: ReviewFigures;
}

function OutputRow({ line, figures }: OutputRowProps) {
  const { outcomeId, unit, quantity, target, expected } = line;
  const name = line.name || t('reviews.output.unnamed');
  const who = figures.kind === 'monthly' ? { memberId: figures.memberId } : {};
  return (
    <tr>
      <th scope="row" className={css['name']}>
        <button
          type="button"
          className={css['link']}
          data-tooltip={t('reviews.figures.open', { name })}
          onClick={() => drillDown(periodOf(figures), { ...who, outcomeId, stage: 'completed' })}
        >
          {name}
        </button>
      </th>
      <td className={css['number']}>{quantityText(quantity, unit)}</td>
      <td className={css['bar']}>
        {target === null ? (
          <span className={css['count']}>{t('reviews.output.noTarget')}</span>
        ) : (
          <Bullet
            label={name}
            value={quantity}
            target={target}
            expected={expected ?? target}
            pace={paceOf(quantity, target, expected ?? target)}
            format={targetWords}
          />
        )}
      </td>
      <td className={css['number']}>
        {target !== null && expected !== null && expected > 0 ? (
          <>
            {formatRatio(quantity / expected, 0)}
            <span className={css['count']}>{targetWords(expected)}</span>
          </>
        ) : (
          '–'
        )}
      </td>
      <td className={css['number']}>{formatQuantity(line.before)}</td>
      <ShareCell share={line.accuracy} />
      <ShareCell share={line.promises} />
    </tr>
  );
}

function ShareCell({ share }: { readonly share: OutputFigure['accuracy'] }) {
  return (
    <td className={css['number']} data-tooltip={share ? rateHint(share) : undefined}>
      {share ? formatRatio(share.ratio) : '–'}
      {share && <span className={css['count']}>n = {formatQuantity(share.count)}</span>}
    </td>
  );
}
