import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { FigureFilter } from '#shared/metrics/insights/group-by';
import { NO_FILTER } from '#shared/metrics/insights/group-by';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import css from './choice-bar.module.css';
import { filterOptions, partOfOption, partsOf, withPart, withoutPart } from './filter-options.ts';
import { nameOf } from './group-names.ts';

interface FilterChoiceProps {
  readonly plan: Plan;
  readonly filter: FigureFilter;
  readonly onChange: (filter: FigureFilter) => void;
}

/** Whose work for what is shown: chips, and one field that adds the next by typing. */
export function FilterChoice({ plan, filter, onChange }: FilterChoiceProps) {
  const parts = partsOf(filter);
  const options = useMemo(() => filterOptions(plan, filter), [plan, filter]);
  const last = parts.at(-1);
  return (
    <search className={css['filter']}>
      <div className={css['field']}>
        <PickField
          label={t('insights.filter.label')}
          placeholder={t('insights.filter.placeholder')}
          options={options}
          onPick={(value) => {
            const part = partOfOption(value);
            if (part) onChange(withPart(filter, part));
          }}
          onTakeBack={() => last && onChange(withoutPart(filter, last))}
        />
      </div>
      {parts.map((part) => {
        const facet = t(`insights.facet.${part.facet}`);
        const name = nameOf(part.facet, part.id, plan);
        return (
          <button
            key={`${part.facet} ${part.id}`}
            type="button"
            className={css['chip']}
            aria-label={t('insights.filter.remove', { label: `${facet}: ${name}` })}
            onClick={() => onChange(withoutPart(filter, part))}
          >
            <span className={css['facet']}>{facet}</span> {name}
            <X size={12} aria-hidden />
          </button>
        );
      })}
      {parts.length > 1 && (
        <Button size="sm" variant="quiet" onClick={() => onChange({ ...filter, ...NO_FILTER })}>
          {t('insights.filter.clear')}
        </Button>
      )}
    </search>
  );
}
