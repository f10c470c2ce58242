import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import type { ReportTable } from '#shared/exports/report-table';
import type { ChartFigureProps } from '../../../ui/charts/chart-figure.tsx';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import type { FlowTable } from './flow-table.ts';
import { chartTable, reportTable } from './flow-table.ts';

/** Takes a panel's table out of the app whenever somebody asks; null once the panel is gone. */
export type OnTable = (title: string, make: (() => ReportTable) | null) => void;

interface FlowFigureProps extends Omit<ChartFigureProps, 'table' | 'definition'> {
  readonly definition: string;
  readonly table: FlowTable;
  readonly onTable: OnTable;
  readonly children: ReactNode;
}

/** A figure of flow, whose numbers are read here and taken out as files alike. */
export function FlowFigure({ table, onTable, ...figure }: FlowFigureProps) {
  const { title, definition, note } = figure;
  const notes = useMemo(
    () => [...(typeof note === 'string' && note !== '' ? [note] : []), definition],
    [note, definition],
  );
  useEffect(() => {
    onTable(title, () => reportTable(title, table, notes));
    return () => onTable(title, null);
  }, [title, table, notes, onTable]);
  const shown = useMemo(() => chartTable(table), [table]);
  return <ChartFigure {...figure} table={shown} />;
}
