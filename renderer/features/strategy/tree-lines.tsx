import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect } from 'react';
import { DraftRow } from './draft-row.tsx';
import { SectionRow } from './section-row.tsx';
import css from './strategy-tree.module.css';
import { TreeRow } from './tree-row.tsx';
import type { RowFacts } from './tree-row.tsx';
import type { NewPlace, TreeRow as Row } from './tree-rows.ts';

/** `--tree-row-height`: lines are all of one height, so that hundreds need no measuring. */
const ROW_PX = 46;
/** From here on only the lines in sight are drawn. */
const VIRTUAL_FROM = 80;

interface TreeLinesProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly facts: RowFacts;
  readonly activeIndex: number;
  readonly editedKey: string | null;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onPress: (key: string) => void;
  readonly onToggle: (key: string, isExpanded: boolean) => void;
  readonly onEdit: (key: string | null) => void;
  readonly onAdd: (
    place: NewPlace,
    names: { readonly name: string; readonly why: string },
  ) => Promise<boolean>;
  readonly onCancel: () => void;
}

export function TreeLines(props: TreeLinesProps) {
  return props.rows.length < VIRTUAL_FROM ? <PlainLines {...props} /> : <VirtualLines {...props} />;
}

function PlainLines(props: TreeLinesProps) {
  const { id, rows, activeIndex } = props;
  useEffect(() => {
    if (activeIndex < 0) return;
    document.getElementById(`${id}-${activeIndex}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, activeIndex]);
  return (
    <div role="rowgroup">
      {rows.map((row, index) => (
        <Line key={row.key} {...props} row={row} index={index} />
      ))}
    </div>
  );
}

function VirtualLines(props: TreeLinesProps) {
  const { rows, activeIndex, scroller } = props;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    initialRect: { width: 1000, height: 800 },
  });
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtualizer, activeIndex]);
  return (
    <div role="rowgroup" className={css['room']} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        return row && <Line key={row.key} {...props} row={row} index={index} startPx={start} />;
      })}
    </div>
  );
}

type LineProps = TreeLinesProps & {
  readonly row: Row;
  readonly index: number;
  readonly startPx?: number | undefined;
};

function Line({ row, index, startPx, ...props }: LineProps) {
  const id = `${props.id}-${index}`;
  const isActive = index === props.activeIndex;
  switch (row.kind) {
    case 'node':
      return (
        <TreeRow
          id={id}
          row={row}
          facts={props.facts}
          isActive={isActive}
          isEditing={row.key === props.editedKey}
          startPx={startPx}
          onPress={props.onPress}
          onToggle={props.onToggle}
          onEdit={props.onEdit}
        />
      );
    case 'section':
      return (
        <SectionRow
          id={id}
          row={row}
          isActive={isActive}
          startPx={startPx}
          onPress={props.onPress}
          onToggle={props.onToggle}
        />
      );
    case 'draft':
      return (
        <DraftRow
          row={row}
          startPx={startPx}
          onAdd={async (names) => await props.onAdd(row.draft, names)}
          onCancel={props.onCancel}
        />
      );
  }
}
