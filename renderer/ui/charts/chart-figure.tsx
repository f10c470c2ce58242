import { ChartColumn, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../icon-button.tsx';
import { ChartNumbers } from './chart-numbers.tsx';
import type { ChartTable } from './chart-table.ts';
import css from './charts.module.css';
import { Definition } from './definition.tsx';
import type { LegendEntry } from './legend.tsx';
import { Legend } from './legend.tsx';

export interface ChartFigureProps {
  readonly title: string;
  /** A few words beside the title: how much stands behind it. */
  readonly note?: ReactNode;
  /** What the figure means. */
  readonly definition?: string | undefined;
  /** The numbers at the cursor. */
  readonly reading?: ReactNode;
  readonly actions?: ReactNode;
  readonly legend?: readonly LegendEntry[] | undefined;
  /** The same numbers: every chart has them. */
  readonly table: ChartTable;
  /** Said in place of the chart where there is nothing to draw. */
  readonly empty?: string | undefined;
  readonly children: ReactNode;
}

/** A chart with its name, its meaning, what is read off it, and the way to the same numbers as a table. */
export function ChartFigure({
  title,
  note,
  definition,
  reading,
  actions,
  legend,
  table,
  empty,
  children,
}: ChartFigureProps) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <section aria-labelledby={id} className={css['figure']}>
      <header className={css['header']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        {definition !== undefined && <Definition name={title} text={definition} />}
        {note !== undefined && <span className={css['note']}>{note}</span>}
        <div className={css['actions']}>
          {actions}
          {empty === undefined && (
            <IconButton
              size="sm"
              label={t(isTable ? 'ui.showChart' : 'ui.showNumbers')}
              icon={isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
              isPressed={isTable}
              onClick={() => setIsTable(!isTable)}
            />
          )}
        </div>
      </header>
      {empty !== undefined && <p className={css['empty']}>{empty}</p>}
      {empty === undefined && isTable && <ChartNumbers label={title} table={table} />}
      {empty === undefined && !isTable && (
        <>
          {(legend !== undefined || reading !== undefined) && (
            <div className={css['caption']}>
              {legend && <Legend entries={legend} />}
              {reading !== undefined && <p className={css['reading']}>{reading}</p>}
            </div>
          )}
          {children}
        </>
      )}
    </section>
  );
}
