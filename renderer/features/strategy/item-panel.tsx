import { Plus, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CascadeNode, OutcomeNode } from '#shared/plan/cascade';
import { threadOf } from '#shared/plan/goal-thread';
import { GoalThreadSteps } from '../../app/parts/goal-thread-steps.tsx';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { changeOwner } from './acts.ts';
import { IntentFields } from './intent-fields.tsx';
import css from './item-panel.module.css';
import { KeyResultFields } from './key-result-fields.tsx';
import { LevelIcon } from './level-icon.tsx';
import { newBelow } from './new-place.ts';
import { ownerOptions } from './owner-options.ts';
import { ProgressCell } from './progress-cell.tsx';
import { Readings } from './readings.tsx';
import { Serving } from './serving.tsx';
import type { NewPlace } from './tree-rows.ts';
import type { RowFacts } from './tree-row.tsx';
import type { Strategy } from './use-strategy.ts';

interface ItemPanelProps {
  readonly itemKey: string;
  readonly node: CascadeNode;
  readonly strategy: Strategy;
  readonly facts: RowFacts;
  /** Whether the field that lets an outcome serve takes the focus. */
  readonly isServing: boolean;
  readonly onDraft: (place: NewPlace) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Everything about the line in hand, edited where it stands. */
export function ItemPanel(props: ItemPanelProps) {
  const { itemKey, node, strategy, facts, isServing, onDraft, onDelete, onClose } = props;
  const place = newBelow({
    kind: 'node',
    key: itemKey,
    node,
    depth: 0,
    parentKey: null,
    isExpanded: true,
    position: 1,
    siblingCount: 1,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the whole of it
    <aside
      className={css['panel']}
      aria-label={t('strategy.panel', { name: node.item.name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
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
      {node.level === 'outcome' && <OutcomeFacts node={node} facts={facts} />}
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
        <Button
          size="sm"
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          shortcut="Del"
          onClick={onDelete}
        >
          {node.level === 'outcome' ? t('strategy.unlink') : t('strategy.delete')}
        </Button>
      </footer>
    </aside>
  );
}

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

interface OutcomeFactsProps {
  readonly node: OutcomeNode;
  readonly facts: RowFacts;
}

function OutcomeFacts({ node, facts: { plan } }: OutcomeFactsProps) {
  const { item } = node;
  const role = plan.roleById.get(item.roleId);
  return (
    <>
      <p className={css['name']}>{item.name}</p>
      {item.statement !== '' && <p className={css['statement']}>{item.statement}</p>}
      <Select
        label={t('strategy.field.owner')}
        value={item.ownerId}
        options={ownerOptions(plan, item.ownerId)}
        onChange={(ownerId) => void changeOwner(node, ownerId)}
      />
      <Fact label={t('strategy.level.role')}>{role?.name ?? t('strategy.noRole')}</Fact>
      <section aria-label={t('strategy.thread.title')}>
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

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className={css['factLabel']}>{label}</p>
      <p>{children}</p>
    </div>
  );
}
