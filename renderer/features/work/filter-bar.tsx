import { X } from 'lucide-react';
import type { Ref } from 'react';
import { useMemo } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import css from './filter-bar.module.css';
import { filterOptions, partOfOption, textOption } from './filter-options.ts';
import type { WorkFilter } from './work-filter.ts';
import { NO_FILTER, partsOf, withValue, withoutValue } from './work-filter.ts';
import type { WorkItem } from './work-item.ts';
import { partText } from './work-words.ts';

interface FilterBarProps {
  readonly items: readonly WorkItem[];
  readonly plan: Plan;
  readonly isManager: boolean;
  readonly filter: WorkFilter;
  readonly onChange: (filter: WorkFilter) => void;
  readonly field: Ref<HTMLInputElement>;
}

/** What the work shown is limited to: chips, and one field that adds the next by typing. */
export function FilterBar({ items, plan, isManager, filter, onChange, field }: FilterBarProps) {
  const parts = partsOf(filter);
  const options = useMemo(
    () => filterOptions(items, plan, isManager, filter),
    [items, plan, isManager, filter],
  );
  const last = parts.at(-1);
  return (
    <search className={css['bar']} data-chips={parts.length > 0 || undefined}>
      <div className={css['field']}>
        <PickField
          ref={field}
          label={t('work.filter.label')}
          placeholder={t('work.filter.placeholder')}
          options={options}
          ofText={textOption}
          onPick={(option) => {
            const part = partOfOption(option);
            if (part) onChange(withValue(filter, part.facet, part.value));
          }}
          onTakeBack={() => last && onChange(withoutValue(filter, last.facet, last.value))}
        />
      </div>
      {parts.map(({ facet, value }) => {
        const label = `${t(`work.facet.${facet}`)}: ${partText({ facet, value }, plan)}`;
        return (
          <button
            key={`${facet}:${value}`}
            type="button"
            className={css['chip']}
            aria-label={t('work.filter.remove', { label })}
            onClick={() => onChange(withoutValue(filter, facet, value))}
          >
            <span className={css['facet']}>{t(`work.facet.${facet}`)}</span>
            {partText({ facet, value }, plan)}
            <X size={12} aria-hidden />
          </button>
        );
      })}
      {parts.length > 1 && (
        <Button size="sm" variant="quiet" onClick={() => onChange(NO_FILTER)}>
          {t('work.filter.clear')}
        </Button>
      )}
    </search>
  );
}
