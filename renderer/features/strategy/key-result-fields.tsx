import type { KeyResultNode } from '#shared/plan/cascade';
import { intentProblems } from '#shared/plan/intent-problems';
import type { KeyResult } from '#shared/plan/key-result';
import { MEASURE_KINDS } from '#shared/plan/outcome';
import { sourceFields } from '#shared/plan/quarter-turn';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { change } from './acts.ts';
import { amountSuffix, storedAmount, typedAmount } from './amounts.ts';
import { HeldNumber } from './held-number.tsx';
import { HeldText } from './held-text.tsx';
import css from './item-panel.module.css';
import type { RowFacts } from './tree-row.tsx';

interface KeyResultFieldsProps {
  readonly node: KeyResultNode;
  readonly facts: RowFacts;
}

/** Where its value comes from, in what unit, and the way it is to go. */
export function KeyResultFields({ node, facts: { plan } }: KeyResultFieldsProps) {
  const { item } = node;
  const currency = plan.workspace?.currency ?? 'USD';
  const suffix = amountSuffix(item, currency);
  const stored = (value: number | null): number | null =>
    value === null ? null : storedAmount(item, value, currency);
  const typed = (value: number | null): number | null =>
    value === null ? null : typedAmount(item, value, currency);
  const check = (part: Partial<Pick<KeyResult, 'start' | 'target'>>): string | undefined => {
    const problem = intentProblems('keyResult', { ...item, ...part }).target;
    return problem && t(`strategy.problem.${problem}`);
  };
  const isCounted = item.source.kind === 'hand' || item.source.measure === 'quantity';
  const isLimit = item.source.kind === 'measure' && item.source.measure === 'cost';
  return (
    <div className={css['fields']}>
      <div className={css['pair']}>
        <Select
          label={t('strategy.field.source')}
          value={item.source.kind === 'hand' ? 'hand' : item.source.measure}
          options={[
            { value: 'hand', label: t('strategy.byHand') },
            ...MEASURE_KINDS.map((value) => ({ value, label: t(`measures.kind.${value}`) })),
          ]}
          onChange={(chosen) => void change(node, sourceChange(item, chosen))}
        />
        {isCounted && (
          <HeldText
            label={t('strategy.field.unit')}
            value={item.unit}
            placeholder={t('strategy.unitPlaceholder')}
            onSave={async (unit) => await change(node, { unit })}
          />
        )}
      </div>
      <div className={css['pair']}>
        {!isLimit && (
          <HeldNumber
            label={t('strategy.field.start')}
            value={typed(item.start)}
            suffix={suffix}
            check={(value) => check({ start: stored(value) })}
            onSave={async (value) => await change(node, { start: stored(value) })}
          />
        )}
        <HeldNumber
          label={isLimit ? t('strategy.field.limit') : t('strategy.field.target')}
          value={typed(item.target)}
          suffix={suffix}
          check={(value) => check({ target: stored(value) })}
          onSave={async (value) => await change(node, { target: stored(value) })}
        />
      </div>
    </div>
  );
}

/** Another source has another unit: figures of the old one would mean something else. */
function sourceChange(item: KeyResult, chosen: string) {
  const measure = MEASURE_KINDS.find((kind) => kind === chosen);
  const source: KeyResult['source'] = measure
    ? {
        kind: 'measure',
        measure,
        outcomeIds: item.source.kind === 'measure' ? item.source.outcomeIds : [],
      }
    : { kind: 'hand' };
  return { ...sourceFields({ source }), start: null, target: null };
}
