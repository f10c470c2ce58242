import { memo } from 'react';
import { outcomeFields } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { outcomeFrom, slasOn } from '#shared/plan/outcome';
import { LAST_PLAN_DAY } from '#shared/plan/plan-limits';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import type { Plan } from '../../data/plan.ts';
import { measureSentence, promiseWords } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { memberName } from './member-name.ts';
import css from './outcome-reads.module.css';

interface OutcomeReadsProps {
  readonly draft: OutcomeDraft;
  readonly plan: Plan;
  readonly currency: string;
  readonly moneyDigits: number;
}

/** The draft as others will read it. */
function OutcomeReadsPart({ draft, plan, currency, moneyDigits }: OutcomeReadsProps) {
  const fields = outcomeFields(draft, moneyDigits);
  const outcome = outcomeFrom({
    audience: 'team',
    type: 'outcome',
    id: 'draft',
    fields,
    stamp: '',
  });
  const owner = memberName(plan, outcome.ownerId);
  const standIn = memberName(plan, outcome.standInId);
  const lines = new Set([
    ...outcome.measures.map((measure) =>
      measureSentence(measure, { unit: outcome.unit, currency }),
    ),
    ...slasOn(outcome, LAST_PLAN_DAY).map(promiseWords),
  ]);
  return (
    <section aria-label={t('outcomes.page.rail')} className={css['reads']}>
      <h2 className={css['title']}>{t('outcomes.page.rail')}</h2>
      <p className={css['statement']}>
        {outcome.statement || <span className={css['none']}>{t('outcomes.page.nothingYet')}</span>}
      </p>
      {lines.size > 0 && (
        <ul className={css['lines']}>
          {[...lines].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className={css['people']}>
        {owner || <Badge tone="warn">{t('outcomes.noOwner')}</Badge>}
        {' · '}
        {standIn === '' ? t('outcomes.noStandIn') : t('outcomes.standIn', { name: standIn })}
      </p>
      <GoalThread
        isWhole
        outcomeId="draft"
        plan={{ ...plan, outcomeById: new Map([['draft', outcome]]) }}
      />
    </section>
  );
}

export const OutcomeReads = memo(OutcomeReadsPart);
