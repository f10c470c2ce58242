import { Plus, Unlink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyResultNode } from '#shared/plan/cascade';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { serve } from './acts.ts';
import css from './item-panel.module.css';
import { askForOutcome } from './tree-state.ts';

interface ServingProps {
  readonly node: KeyResultNode;
  readonly plan: Plan;
  readonly isFocused: boolean;
}

/** The outcomes that serve a key result, and one more. */
export function Serving({ node, plan, isFocused }: ServingProps) {
  const { item, children } = node;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isFocused) return;
    // Where there is no outcome to choose, a new one is what is left.
    section.current?.querySelector<HTMLElement>('input:enabled, :scope > button')?.focus();
    // Asked for once: N goes there again after a return to the tree.
    askForOutcome('');
  }, [isFocused]);
  const others = plan.outcomes.filter(
    (outcome) => !outcome.isArchived && outcome.keyResultId !== item.id,
  );
  const choose = (id: string | null) => {
    const outcome = plan.outcomeById.get(id ?? '');
    if (outcome) void serve(item.id, [outcome]);
  };
  return (
    <section ref={section} aria-label={t('strategy.serving')} className={css['section']}>
      <h3 className={css['heading']}>{t('strategy.serving')}</h3>
      {children.length === 0 && <p className={css['note']}>{t('strategy.servedByNone')}</p>}
      <ul>
        {children.map(({ item: outcome }) => (
          <li key={outcome.id} className={css['served']}>
            <button
              type="button"
              className={css['link']}
              onClick={() => go('outcome', { id: outcome.id })}
            >
              {outcome.name}
            </button>
            <span className={css['note']}>
              {plan.memberById.get(outcome.ownerId)?.name ?? t('strategy.unowned')}
            </span>
            {outcome.keyResultId === item.id ? (
              <IconButton
                size="sm"
                label={t('strategy.unlinkOutcome', { name: outcome.name })}
                icon={<Unlink aria-hidden />}
                onClick={() => void serve('', [outcome])}
              />
            ) : (
              <span className={css['note']}>{t('strategy.servedUntil')}</span>
            )}
          </li>
        ))}
      </ul>
      <Combobox
        label={t('strategy.serveBy')}
        placeholder={others.length > 0 ? t('strategy.serveByPlaceholder') : t('strategy.noOther')}
        value={null}
        options={others.map((outcome) => ({
          value: outcome.id,
          label: outcome.name,
          hint: plan.keyResultById.get(outcome.keyResultId)?.name ?? t('strategy.servesNone'),
        }))}
        onChange={choose}
        isDisabled={others.length === 0}
      />
      <Button
        size="sm"
        variant="quiet"
        icon={<Plus aria-hidden />}
        onClick={() => go('outcome', { keyResultId: item.id })}
      >
        {t('strategy.newOutcome')}
      </Button>
    </section>
  );
}
