import type { OutcomeNode } from '#shared/plan/cascade';
import { threadOf } from '#shared/plan/goal-thread';
import { GoalThreadSteps } from '../../app/parts/goal-thread-steps.tsx';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { changeOwner, serve } from './acts.ts';
import css from './item-panel.module.css';
import { parentsFor } from './node-moves.ts';
import { ownerOptions } from './owner-options.ts';
import type { Strategy } from './use-strategy.ts';

interface OutcomeFactsProps {
  readonly node: OutcomeNode;
  readonly strategy: Strategy;
  readonly plan: Plan;
}

/** An outcome where it stands in the strategy: whose it is, what it serves; the rest is on its own page. */
export function OutcomeFacts({ node, strategy, plan }: OutcomeFactsProps) {
  const { item } = node;
  const role = plan.roleById.get(item.roleId);
  const keyResults = parentsFor(strategy.cascade, 'outcome');
  return (
    <>
      <p className={css['name']}>{item.name}</p>
      {item.statement !== '' && <p className={css['statement']}>{item.statement}</p>}
      <div className={css['fields']}>
        <Select
          label={t('strategy.field.owner')}
          value={item.ownerId}
          options={ownerOptions(plan, item.ownerId)}
          onChange={(ownerId) => void changeOwner(node, ownerId)}
        />
        <Combobox
          label={t('strategy.serves')}
          placeholder={t('strategy.servesNone')}
          value={plan.keyResultById.has(item.keyResultId) ? item.keyResultId : null}
          options={[...new Set([...keyResults.map(({ id }) => id), item.keyResultId])].flatMap(
            (id) => {
              const keyResult = plan.keyResultById.get(id);
              return keyResult ? [{ value: id, label: keyResult.name }] : [];
            },
          )}
          onChange={(id) => void serve(id ?? '', [item])}
        />
        <div>
          <p className={css['factLabel']}>{t('strategy.level.role')}</p>
          <p>{role?.name ?? t('strategy.noRole')}</p>
        </div>
      </div>
      <section aria-label={t('strategy.thread.title')} className={css['section']}>
        <h3 className={css['heading']}>{t('strategy.thread.title')}</h3>
        <GoalThreadSteps thread={threadOf(plan, item.id)} memberById={plan.memberById} />
      </section>
      <div className={css['acts']}>
        <Button size="sm" onClick={() => go('outcome', { id: item.id })}>
          {t('strategy.openOutcome')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => go('entries', { outcomeId: item.id, stage: 'all' })}
        >
          {t('strategy.seeEntries')}
        </Button>
      </div>
    </>
  );
}
