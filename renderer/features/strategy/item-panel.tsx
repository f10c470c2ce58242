import { Plus, Trash2, X } from 'lucide-react';
import { memo } from 'react';
import type { CascadeNode } from '#shared/plan/cascade';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { TranslateButton } from '../../app/parts/translations/translate-button.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { IntentFields } from './intent-fields.tsx';
import css from './item-panel.module.css';
import { KeyResultFields } from './key-result-fields.tsx';
import { LevelIcon } from './level-icon.tsx';
import { newBelow } from './new-place.ts';
import { OutcomeFacts } from './outcome-facts.tsx';
import { ProgressCell } from './progress-cell.tsx';
import { Readings } from './readings.tsx';
import { Serving } from './serving.tsx';
import type { NewPlace, NodeRow } from './tree-rows.ts';
import type { RowFacts } from './tree-row.tsx';
import type { Strategy } from './use-strategy.ts';

interface ItemPanelProps {
  readonly row: NodeRow;
  readonly strategy: Strategy;
  readonly facts: RowFacts;
  /** Whether the field that lets an outcome serve takes the focus. */
  readonly isServing: boolean;
  readonly onDraft: (place: NewPlace) => void;
  readonly onDelete: (row: NodeRow, nextKey: string | null) => void;
  /** The keys go back to the tree, which keeps its line. */
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Everything about the line in hand, edited where it stands. */
export const ItemPanel = memo(function ItemPanel(props: ItemPanelProps) {
  const { row, strategy, facts, isServing, onDraft, onDelete, onLeave, onClose } = props;
  const { node } = row;
  const place = newBelow(row);
  const isNotServing =
    node.level === 'outcome' && !facts.plan.keyResultById.has(node.item.keyResultId);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the whole of it
    <aside
      className={css['panel']}
      aria-label={t('strategy.panel', { name: node.item.name })}
      onKeyDown={(event) => {
        // A list that is open over the panel closes by itself.
        const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key === 'Escape' && isWithin) onLeave();
      }}
    >
      <header className={css['header']}>
        <LevelIcon level={node.level} />
        <h2 className={css['level']}>{t(`strategy.level.${node.level}`)}</h2>
        <IconButton
          size="sm"
          label={t('strategy.closePanel')}
          icon={<X aria-hidden />}
          onClick={onClose}
        />
      </header>
      {node.level === 'outcome' && (
        <OutcomeFacts node={node} strategy={strategy} plan={facts.plan} />
      )}
      {node.level !== 'outcome' && <Standing node={node} facts={facts} />}
      {node.level === 'keyResult' && (
        <Readings key={`r${node.item.id}`} node={node} strategy={strategy} facts={facts} />
      )}
      {node.level !== 'outcome' && (
        <IntentFields key={`f${node.item.id}`} node={node} strategy={strategy} facts={facts} />
      )}
      {node.level === 'keyResult' && (
        <>
          <KeyResultFields key={`k${node.item.id}`} node={node} facts={facts} />
          <Serving key={`s${node.item.id}`} node={node} plan={facts.plan} isFocused={isServing} />
        </>
      )}
      <footer className={css['acts']}>
        {place && (
          <Button size="sm" icon={<Plus aria-hidden />} shortcut="N" onClick={() => onDraft(place)}>
            {t(`strategy.add.${place.level}`)}
          </Button>
        )}
        <TranslateButton item={{ type: node.level, id: node.item.id, name: node.item.name }} />
        {!isNotServing && (
          <Button
            size="sm"
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            shortcut="Del"
            onClick={() => onDelete(row, row.parentKey)}
          >
            {node.level === 'outcome' ? t('strategy.unlink') : t('strategy.delete')}
          </Button>
        )}
      </footer>
    </aside>
  );
});

function Standing({ node, facts }: { readonly node: CascadeNode; readonly facts: RowFacts }) {
  const { id, name } = node.item;
  const { keyResults, rolledUp } = facts.progress;
  const progress = keyResults.get(id) ?? rolledUp.get(id);
  if (!progress || progress.totalCount === 0) return null;
  return (
    <div className={css['standing']}>
      <ProgressCell name={name} progress={progress} />
      {progress.ratio !== null && progress.expectedRatio !== null && (
        <p className={css['note']}>
          {t('strategy.expected', { ratio: formatRatio(progress.expectedRatio, 0) })}
        </p>
      )}
    </div>
  );
}
