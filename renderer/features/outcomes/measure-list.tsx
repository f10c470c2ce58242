import { Plus } from 'lucide-react';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { DraftProblems } from '#shared/plan/draft-problems';
import type { MeasureDraft } from '#shared/plan/measure-draft';
import { freeKey, newMeasureDraft } from '#shared/plan/measure-draft';
import { MEASURE_KINDS } from '#shared/plan/outcome';
import type { MeasureKind } from '#shared/plan/outcome';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { MeasureCard } from './measure-card.tsx';
import css from './measure-list.module.css';

interface MeasureListProps {
  readonly measures: readonly MeasureDraft[];
  readonly unit: string;
  readonly currency: string;
  readonly moneyDigits: number;
  readonly problems: DraftProblems;
  readonly onChange: (measures: readonly MeasureDraft[]) => void;
}

/** The measures in their order: added, changed, moved (Alt and an arrow too), removed. */
function MeasureListPart({ measures, problems, onChange, ...terms }: MeasureListProps) {
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<HTMLElement | null>(null);
  const [told, setTold] = useState('');
  const order = measures.map(({ key }) => key).join(' ');
  // Moving a node takes the focus from it: whoever moves a measure keeps their place in it.
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = null;
    // oxlint-disable-next-line react/exhaustive-deps -- the order of measures is what moves the nodes
  }, [order]);

  const move = (from: number, to: number) => {
    const moved = measures[from];
    if (!moved || to < 0 || to >= measures.length) return;
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    onChange(measures.toSpliced(from, 1).toSpliced(to, 0, moved));
    setTold(t('outcomes.measure.moved', { number: to + 1 }));
  };
  const add = (kind: MeasureKind) => {
    const key = freeKey(measures);
    onChange([...measures, newMeasureDraft(kind, key)]);
    requestAnimationFrame(() => focusTarget(list.current, key));
  };
  return (
    <div className={css['measures']}>
      {measures.length === 0 && <p className={css['none']}>{t('outcomes.measure.none')}</p>}
      <ol ref={list} className={css['list']}>
        {measures.map((measure, index) => (
          <li key={measure.key} data-key={measure.key}>
            <MeasureCard
              {...terms}
              measure={measure}
              index={index}
              count={measures.length}
              problems={problems}
              onChange={(next) => onChange(measures.with(index, next))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => onChange(measures.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Menu
        trigger={
          <Button
            size="sm"
            icon={<Plus size={14} aria-hidden />}
            className={css['add']}
            data-add-measure
          >
            {t('outcomes.measure.add')}
          </Button>
        }
        items={MEASURE_KINDS.map((kind) => ({
          key: kind,
          label: t(`measures.kind.${kind}`),
          hint: t(`measures.kindHint.${kind}`),
          onSelect: () => add(kind),
        }))}
      />
      <VisuallyHidden>
        <span role="status">{told}</span>
      </VisuallyHidden>
    </div>
  );
}

function focusTarget(list: HTMLElement | null, key: string): void {
  list?.querySelector<HTMLElement>(`[data-key="${key}"] [data-target] input`)?.focus();
}

export const MeasureList = memo(MeasureListPart);
