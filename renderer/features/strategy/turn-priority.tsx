import type { StrategyProgress } from '#shared/metrics/strategy';
import type { CascadeNode, PriorityNode } from '#shared/plan/cascade';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ProgressCell } from './progress-cell.tsx';
import type { PriorityChoice, TurnChoice } from './turn-choices.ts';
import css from './turn-dialog.module.css';

interface TurnPriorityProps {
  readonly node: PriorityNode;
  readonly progress: StrategyProgress;
  readonly choice: PriorityChoice;
  readonly onChange: (choice: PriorityChoice) => void;
}

const CHOICES: readonly TurnChoice[] = ['carry', 'done', 'dropped', 'leave'];

/** What becomes of one priority, and of what is below it where it goes on. */
export function TurnPriority({ node, progress, choice, onChange }: TurnPriorityProps) {
  const { item } = node;
  const own = progress.rolledUp.get(item.id);
  const isKept = (id: string) => !choice.leftOutIds.has(id);
  const keep = (id: string, isWanted: boolean) => {
    const leftOutIds = new Set(choice.leftOutIds);
    if (isWanted) leftOutIds.delete(id);
    else leftOutIds.add(id);
    onChange({ ...choice, leftOutIds });
  };
  const isClosing = choice.choice === 'done' || choice.choice === 'dropped';
  return (
    <li className={css['priority']}>
      <div className={css['head']}>
        <span className={css['name']}>{item.name}</span>
        <div>{own && <ProgressCell name={item.name} progress={own} />}</div>
      </div>
      <Segmented
        size="sm"
        label={t('strategy.turn.what', { name: item.name })}
        value={choice.choice}
        onChange={(next) => onChange({ ...choice, choice: next })}
        options={CHOICES.map((value) => ({ value, label: t(`strategy.turn.choice.${value}`) }))}
      />
      {isClosing && (
        <TextField
          label={t('strategy.field.closingNote')}
          value={choice.note}
          multiline
          rows={2}
          placeholder={t('strategy.closingPlaceholder')}
          onChange={(note) => onChange({ ...choice, note })}
        />
      )}
      {choice.choice === 'carry' && node.children.length > 0 && (
        <ul className={css['below']}>
          {node.children.map((objective) => (
            <li key={objective.item.id}>
              <Checkbox
                label={labelOf(objective, progress)}
                checked={isKept(objective.item.id)}
                onChange={(isWanted) => keep(objective.item.id, isWanted)}
              />
              {isKept(objective.item.id) && (
                <ul className={css['below']}>
                  {objective.children.map((keyResult) => (
                    <li key={keyResult.item.id}>
                      <Checkbox
                        label={labelOf(keyResult, progress)}
                        checked={isKept(keyResult.item.id)}
                        onChange={(isWanted) => keep(keyResult.item.id, isWanted)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function labelOf({ item }: CascadeNode, progress: StrategyProgress): string {
  const own = progress.keyResults.get(item.id) ?? progress.rolledUp.get(item.id);
  const name = item.name || t('strategy.nameless');
  return own?.ratio === null || own === undefined ? name : `${name} · ${formatRatio(own.ratio, 0)}`;
}
