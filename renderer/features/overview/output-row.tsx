import { ChevronDown, ChevronRight } from 'lucide-react';
import { figuresOf } from '#shared/metrics/overview-groups';
import type { GroupBy, OverviewGroup } from '#shared/metrics/overview-groups';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod, DrillSubject } from '../../app/parts/drill-down.ts';
import { FigureCells } from './figure-cells.tsx';
import type { Names } from './output-names.ts';
import css from './output-panel.module.css';
import { TargetCells } from './target-cells.tsx';

interface OutputRowProps {
  readonly group: OverviewGroup;
  readonly by: GroupBy;
  readonly plan: Plan;
  readonly names: Names;
  readonly period: DrillPeriod;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A member with their outcomes, or an outcome with its members. One line only needs no opening. */
export function OutputRow(props: OutputRowProps) {
  const { group, by, plan, names, period, isOpen, onToggle } = props;
  const inner: GroupBy = by === 'member' ? 'outcome' : 'member';
  const name = names[by](group.id);
  const isOpenable = group.lines.length > 1;
  const target = targetOf(by, group.id);
  const note = noteOf(by, group.id, plan);
  return (
    <tbody>
      <tr className={css['row']}>
        <th scope="row" className={css['name']}>
          <span className={css['nameLine']}>
            {isOpenable ? (
              <IconButton
                size="sm"
                label={t(isOpen ? 'overview.output.collapse' : 'overview.output.expand', { name })}
                icon={
                  isOpen ? (
                    <ChevronDown size={14} aria-hidden />
                  ) : (
                    <ChevronRight size={14} aria-hidden />
                  )
                }
                aria-expanded={isOpen}
                onClick={onToggle}
              />
            ) : (
              <span className={css['noToggle']} />
            )}
            <NameButton name={name} note={note} period={period} target={target} />
          </span>
        </th>
        <TargetCells name={name} lines={group.lines} figures={group.figures} plan={plan} />
        <FigureCells figures={group.figures} period={period} target={target} name={name} />
      </tr>
      {isOpen &&
        group.lines
          .toSorted((a, b) =>
            names[inner](idOf(inner, a)).localeCompare(names[inner](idOf(inner, b))),
          )
          .map((line) => {
            const figures = figuresOf([line]);
            const lineName = names[inner](idOf(inner, line));
            const both = { memberId: line.memberId, outcomeId: line.outcomeId };
            return (
              <tr key={`${line.memberId} ${line.outcomeId}`} className={css['inner']}>
                <th scope="row" className={css['name']}>
                  <span className={css['innerName']}>
                    <NameButton name={lineName} note={null} period={period} target={both} />
                  </span>
                </th>
                <TargetCells
                  name={`${name}, ${lineName}`}
                  lines={[line]}
                  figures={figures}
                  plan={plan}
                />
                <FigureCells
                  figures={figures}
                  period={period}
                  target={both}
                  name={`${name}, ${lineName}`}
                />
              </tr>
            );
          })}
    </tbody>
  );
}

interface NameButtonProps {
  readonly name: string;
  readonly note: string | null;
  readonly period: DrillPeriod;
  readonly target: DrillSubject;
}

function NameButton({ name, note, period, target }: NameButtonProps) {
  return (
    <Tooltip label={t('overview.output.openEntries', { name })}>
      <button
        type="button"
        className={css['link']}
        onClick={() => drillDown(period, { ...target, stage: 'all' })}
      >
        {name}
        {note !== null && <span className={css['note']}>{note}</span>}
      </button>
    </Tooltip>
  );
}

const targetOf = (by: GroupBy, id: string): DrillSubject =>
  by === 'member' ? { memberId: id } : { outcomeId: id };

const idOf = (
  by: GroupBy,
  line: { readonly memberId: string; readonly outcomeId: string },
): string => (by === 'member' ? line.memberId : line.outcomeId);

function noteOf(by: GroupBy, id: string, plan: Plan): string | null {
  if (by === 'member') return plan.memberById.get(id)?.isGone ? t('overview.output.gone') : null;
  return plan.outcomeById.get(id)?.isArchived ? t('overview.output.archived') : null;
}
