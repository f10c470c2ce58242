import { ChevronLeft, ChevronRight, ListTree, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { CASCADE_LEVELS } from '#shared/plan/cascade';
import type { CascadeLevel } from '#shared/plan/cascade';
import { isPlanQuarter } from '#shared/plan/intent-problems';
import { addQuarters } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { quarterWords } from './quarter-words.ts';
import css from './strategy-actions.module.css';
import type { StrategyQuery } from './strategy-params.ts';
import { branchKeys } from './tree-rows.ts';
import { setClosed } from './tree-state.ts';
import { TurnDialog } from './turn-dialog.tsx';
import type { Strategy } from './use-strategy.ts';

interface StrategyActionsProps {
  readonly plan: Plan;
  readonly strategy: Strategy | undefined;
  readonly query: StrategyQuery;
  readonly current: QuarterKey;
  readonly today: DayKey;
  readonly onChange: (part: Partial<StrategyQuery>) => void;
}

/** Which quarter, tree or comparison, how far the tree is open, and the end of the quarter. */
export function StrategyActions(props: StrategyActionsProps) {
  const { plan, strategy, query, current, today, onChange } = props;
  const [isTurning, setIsTurning] = useState(false);
  return (
    <>
      <QuarterSwitch
        quarter={query.quarter}
        current={current}
        onChange={(quarter) => onChange({ quarter, against: addQuarters(quarter, -1) })}
      />
      <Segmented
        label={t('strategy.view')}
        value={query.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { value: 'tree', label: t('strategy.tree') },
          { value: 'compare', label: t('strategy.compare') },
        ]}
      />
      {query.mode === 'tree' && strategy && (
        <Menu
          align="end"
          trigger={<Button icon={<ListTree aria-hidden />}>{t('strategy.downTo')}</Button>}
          items={DOWN_TO.map((level) => ({
            key: level,
            label: t(`strategy.levels.${level}`),
            onSelect: () => setClosed(branchKeys(strategy.cascade, fromLevel(level))),
          }))}
        />
      )}
      {strategy && (
        <Button icon={<RefreshCw aria-hidden />} onClick={() => setIsTurning(true)}>
          {t('strategy.turn.open')}
        </Button>
      )}
      {strategy && isTurning && (
        <TurnDialog
          plan={plan}
          strategy={strategy}
          today={today}
          onClose={() => setIsTurning(false)}
          onTurned={(quarter) => {
            setIsTurning(false);
            onChange({ quarter, against: addQuarters(quarter, -1) });
          }}
        />
      )}
    </>
  );
}

const DOWN_TO = ['priority', 'objective', 'keyResult', 'outcome'] as const;

/** The levels that are closed up so that this one is the last in sight. */
const fromLevel = (level: CascadeLevel): ReadonlySet<CascadeLevel> =>
  new Set(CASCADE_LEVELS.slice(CASCADE_LEVELS.indexOf(level)));

interface QuarterSwitchProps {
  readonly quarter: QuarterKey;
  readonly current: QuarterKey;
  readonly onChange: (quarter: QuarterKey) => void;
}

function QuarterSwitch({ quarter, current, onChange }: QuarterSwitchProps) {
  const before = addQuarters(quarter, -1);
  const after = addQuarters(quarter, 1);
  return (
    <div role="group" aria-label={t('strategy.field.quarter')} className={css['quarters']}>
      {quarter !== current && (
        <Button variant="quiet" onClick={() => onChange(current)}>
          {t('strategy.thisQuarter')}
        </Button>
      )}
      <IconButton
        label={t('strategy.earlier')}
        icon={<ChevronLeft aria-hidden />}
        isDisabled={!isPlanQuarter(before)}
        onClick={() => onChange(before)}
      />
      <span className={css['quarter']} aria-live="polite">
        {quarterWords(quarter)}
      </span>
      <IconButton
        label={t('strategy.later')}
        icon={<ChevronRight aria-hidden />}
        isDisabled={!isPlanQuarter(after)}
        onClick={() => onChange(after)}
      />
    </div>
  );
}
