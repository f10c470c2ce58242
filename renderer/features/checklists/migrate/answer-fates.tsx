import type { KeptAnswer, MigrationPreview } from '#shared/sops/migrate';
import { answerText } from '../../../app/parts/runs/answer-text.ts';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';

import css from './migrate.module.css';

interface AnswerFatesProps {
  readonly plan: Plan;
  readonly preview: MigrationPreview;
}

/** What becomes of the answers so far: those to be given again first, since they are work. */
export function AnswerFates({ plan, preview }: AnswerFatesProps) {
  const words = useSopWords();
  const { carried, unfit, left } = preview;
  if (carried.length + unfit.length + left.length === 0) {
    return <p className={css['fate']}>{t('sopVersions.migrate.noCarried')}</p>;
  }
  const said = ({ step, answer }: KeptAnswer): string => answerText(plan, step, answer, words);
  return (
    <div className={css['fates']}>
      {carried.length > 0 && (
        <p className={css['fate']} data-tone="good">
          {t('sopVersions.migrate.carried', { count: carried.length })}
        </p>
      )}
      {unfit.length > 0 && (
        <section>
          <h3 className={css['fate']} data-tone="warn">
            {t('sopVersions.migrate.unfit', { count: unfit.length })}
          </h3>
          <ul className={css['answers']}>
            {unfit.map((each) => (
              <li key={each.step.id}>
                <span>{words.step(each.now).title}</span>
                <span className={css['said']}>{said(each)}</span>
                <span className={css['why']}>{t(`sopVersions.migrate.misfit.${each.why}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section>
          <h3 className={css['fate']}>
            {t('sopVersions.migrate.left', { count: left.length })}{' '}
            <span className={css['why']}>{t('sopVersions.migrate.keptInRecord')}</span>
          </h3>
          <ul className={css['answers']}>
            {left.map((each) => (
              <li key={each.step.id}>
                <span>{words.step(each.step).title}</span>
                <span className={css['said']}>{said(each)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
