import { ExternalLink } from 'lucide-react';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { Plan } from '../../data/plan.ts';
import { quantityText } from '../../i18n/entry-words.ts';
import { formatDay, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { openLink } from '../../services/open-link.ts';
import css from './quality.module.css';
import reviewCss from './review.module.css';

interface DrawnFactsProps {
  readonly plan: Plan;
  readonly work: Deliverable;
}

/** What the entry says; what nobody said is left out. */
export function DrawnFacts({ plan, work }: DrawnFactsProps) {
  const outcome = plan.outcomeById.get(work.outcomeId);
  const facts: readonly (readonly [string, string])[] = [
    [t('log.list.member'), plan.memberById.get(work.memberId)?.name ?? ''],
    [t('log.form.outcome'), outcome?.name ?? ''],
    [t('quality.review.done'), work.day === '' ? '' : formatDay(work.day, 'long')],
    [t('log.form.quantity'), quantityText(work.quantity, outcome?.unit ?? t('log.items'))],
    [t('quality.review.errorsLogged'), work.errors === null ? '' : formatQuantity(work.errors)],
    [t('log.form.client'), work.client],
    [t('log.form.note'), work.note],
  ];
  return (
    <section className={reviewCss['section']}>
      <h3 className={css['sectionTitle']}>{t('quality.review.facts')}</h3>
      <dl className={css['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className={css['fact']}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {work.reference !== '' && (
          <div className={css['fact']}>
            <dt>{t('log.form.reference')}</dt>
            <dd>
              <Reference text={work.reference} />
            </dd>
          </div>
        )}
      </dl>
      {outcome && outcome.statement !== '' && (
        <p className={reviewCss['why']}>{outcome.statement}</p>
      )}
    </section>
  );
}

/** A link is opened to look at the work itself; anything else is only text. */
function Reference({ text }: { readonly text: string }) {
  if (!/^https:\/\//i.test(text)) return text;
  return (
    <button type="button" className={css['figureLink']} onClick={() => void openLink(text)}>
      {text} <ExternalLink size={12} aria-label={t('quality.review.openReference')} />
    </button>
  );
}
