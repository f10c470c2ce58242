import { INTENT_STATUSES } from '#shared/plan/intent';
import { intentProblems } from '#shared/plan/intent-problems';
import type { IntentField } from '#shared/plan/intent-problems';
import { addQuarters, isQuarterKey } from '#shared/plan/priority';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { change, changeOwner, move } from './acts.ts';
import type { IntentNode } from './acts.ts';
import { HeldText } from './held-text.tsx';
import css from './item-panel.module.css';
import { parentIdOf } from './new-place.ts';
import { placeUnder } from './node-moves.ts';
import { ownerOptions } from './owner-options.ts';
import { parentOptions } from './parent-options.ts';
import { quarterWords } from './quarter-words.ts';
import type { RowFacts } from './tree-row.tsx';
import type { Strategy } from './use-strategy.ts';

interface IntentFieldsProps {
  readonly node: IntentNode;
  readonly strategy: Strategy;
  readonly facts: RowFacts;
}

/** What every level has: name, why, owner, status, dates, and what it belongs to. */
export function IntentFields({ node, strategy, facts: { plan } }: IntentFieldsProps) {
  const { level, item } = node;
  const check = (field: IntentField, value: string): string | undefined => {
    const problem = intentProblems(level, { ...item, [field]: value })[field];
    return problem && t(`strategy.problem.${problem}`);
  };
  const save = async (field: 'name' | 'why' | 'startsOn' | 'endsOn' | 'team', text: string) =>
    await change(node, { [field]: text });
  const isClosed = item.status === 'done' || item.status === 'dropped';
  return (
    <div className={css['fields']}>
      <HeldText
        label={t('strategy.field.name')}
        value={item.name}
        check={(text) => check('name', text)}
        onSave={async (text) => await save('name', text)}
      />
      <HeldText
        label={t('strategy.field.why')}
        value={item.why}
        multiline
        rows={2}
        placeholder={t('strategy.whyPlaceholder')}
        onSave={async (text) => await save('why', text)}
      />
      <div className={css['pair']}>
        <Select
          label={t('strategy.field.owner')}
          value={item.ownerId}
          options={ownerOptions(plan, item.ownerId)}
          onChange={(ownerId) => void changeOwner(node, ownerId)}
        />
        <Select
          label={t('strategy.field.status')}
          value={item.status}
          options={INTENT_STATUSES.map((value) => ({
            value,
            label: t(`strategy.status.${value}`),
          }))}
          onChange={(status) => void change(node, { status })}
        />
      </div>
      <div className={css['pair']}>
        <HeldText
          label={t('strategy.field.startsOn')}
          type="date"
          value={item.startsOn}
          check={(day) => check('startsOn', day)}
          onSave={async (day) => await save('startsOn', day)}
        />
        <HeldText
          label={t('strategy.field.endsOn')}
          type="date"
          value={item.endsOn}
          check={(day) => check('endsOn', day)}
          onSave={async (day) => await save('endsOn', day)}
        />
      </div>
      {node.level !== 'goal' && (
        <Select
          label={t(`strategy.belongsTo.${node.level}`)}
          value={parentIdOf(node)}
          options={parentOptions(plan, strategy.cascade, node)}
          onChange={(parentId) => void move(node, placeUnder(strategy.cascade, node, parentId))}
        />
      )}
      {node.level === 'priority' && (
        <Select
          label={t('strategy.field.quarter')}
          value={node.item.quarter}
          options={quartersAround(strategy.cascade.quarter, node.item.quarter)}
          placeholder={t('strategy.problem.quarter-unreadable')}
          onChange={(quarter) => void change(node, { quarter })}
        />
      )}
      {node.level === 'objective' && (
        <HeldText
          label={t('strategy.field.team')}
          value={node.item.team}
          placeholder={t('strategy.teamPlaceholder')}
          onSave={async (text) => await save('team', text)}
        />
      )}
      {(isClosed || item.closingNote !== '') && (
        <HeldText
          label={t('strategy.field.closingNote')}
          value={item.closingNote}
          multiline
          rows={2}
          placeholder={t('strategy.closingPlaceholder')}
          onSave={async (closingNote) => await change(node, { closingNote })}
        />
      )}
    </div>
  );
}

/** Two quarters before the one on screen to four after it, and the one that is held. */
function quartersAround(shown: string, held: string) {
  const near = [-2, -1, 0, 1, 2, 3, 4].map((count) => addQuarters(shown, count));
  const all = isQuarterKey(held) && !near.includes(held) ? [held, ...near] : near;
  return all.map((value) => ({ value, label: quarterWords(value) }));
}
