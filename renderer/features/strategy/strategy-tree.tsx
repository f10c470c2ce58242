import type { KeyboardEvent } from 'react';
import { useCallback, useId, useMemo, useRef } from 'react';
import type { CascadeNode } from '#shared/plan/cascade';
import { t } from '../../i18n/text.ts';
import { addIntent } from '../../services/strategy.ts';
import { announceFailure } from '../../services/announce.ts';
import { move } from './acts.ts';
import { nextOrder, parentsFor, stepOf } from './node-moves.ts';
import type { Strategy } from './use-strategy.ts';
import { newBeside, newBelow } from './new-place.ts';
import { actionOf } from './tree-keys.ts';
import { TreeLines } from './tree-lines.tsx';
import { treeRows } from './tree-rows.ts';
import type { NewPlace, NodeRow, TreeRow as Row } from './tree-rows.ts';
import type { RowFacts } from './tree-row.tsx';
import { setExpanded, useTreeState } from './tree-state.ts';
import css from './strategy-tree.module.css';

interface StrategyTreeProps {
  readonly strategy: Strategy;
  readonly facts: RowFacts;
  readonly activeKey: string | null;
  /** The line whose name is being edited. */
  readonly editedKey: string | null;
  readonly draft: NewPlace | null;
  readonly onActive: (key: string | null) => void;
  readonly onEdit: (key: string | null) => void;
  readonly onDraft: (place: NewPlace | null) => void;
  /** A key result is to be served by an outcome. */
  readonly onServe: (node: CascadeNode) => void;
  /** `nextKey` is the line to go on from. */
  readonly onDelete: (row: NodeRow, nextKey: string | null) => void;
}

/**
 * The strategy as a tree grid: arrows move and open, Enter edits the name, N adds below, Shift+N
 * beside, Delete takes away, Alt with arrows moves the line itself.
 */
export function StrategyTree(props: StrategyTreeProps) {
  const { strategy, facts, activeKey, editedKey, draft } = props;
  const { onActive, onEdit, onDraft, onServe, onDelete } = props;
  const { cascade } = strategy;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const closedKeys = useTreeState((state) => state.closedKeys);
  const rows = useMemo(() => treeRows(cascade, closedKeys, draft), [cascade, closedKeys, draft]);
  const activeIndex = rows.findIndex((row) => row.key === activeKey);
  const active = rows[activeIndex];

  const focus = () => scroller.current?.focus();
  const select = (row: Row | undefined) => {
    if (row) onActive(row.key);
  };
  const toggle = useCallback((key: string, isExpanded: boolean) => {
    setExpanded([key], isExpanded);
  }, []);
  const edit = useCallback(
    (key: string | null) => {
      onEdit(key);
      if (key === null) scroller.current?.focus();
    },
    [onEdit],
  );
  const add = async (place: NewPlace, names: { readonly name: string; readonly why: string }) => {
    const parents = parentsFor(cascade, place.level);
    const order = nextOrder(parents.find((each) => each.id === place.parentId)?.children ?? []);
    const { id: newId, saved } = await addIntent({
      level: place.level,
      parentId: place.parentId,
      fields: {
        ...names,
        ...(order !== null && { order }),
        ...(place.level === 'priority' && { quarter: cascade.quarter }),
      },
    });
    if (!saved.ok) {
      announceFailure(saved.error);
      return false;
    }
    onDraft(null);
    focus();
    onActive(place.parentKey === null ? newId : `${place.parentKey}/${newId}`);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const action = actionOf(event, rows, activeIndex);
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case 'select':
        select(rows[action.index]);
        return;
      case 'expand':
        setExpanded([action.key], action.isExpanded);
        return;
      case 'edit':
        if (active?.kind === 'node') onEdit(active.key);
        return;
      case 'leave':
        onActive(null);
        return;
      case 'new-below':
        if (active?.kind === 'node' && active.node.level === 'keyResult') onServe(active.node);
        else onDraft(newBelow(active));
        return;
      case 'new-beside':
        onDraft(newBeside(active));
        return;
      case 'delete':
        if (active?.kind === 'node') onDelete(active, rows[activeIndex - 1]?.key ?? null);
        return;
      case 'move': {
        const to = active?.kind === 'node' ? stepOf(cascade, active.node, action.step) : null;
        if (to && active?.kind === 'node') void move(active.node, to);
      }
    }
  };

  return (
    <div
      ref={scroller}
      role="treegrid"
      aria-label={t('strategy.title')}
      aria-activedescendant={activeIndex < 0 ? undefined : `${id}-${activeIndex}`}
      tabIndex={0}
      className={css['tree']}
      onKeyDown={onKeyDown}
    >
      <TreeLines
        id={id}
        rows={rows}
        facts={facts}
        activeIndex={activeIndex}
        editedKey={editedKey}
        scroller={scroller}
        onPress={onActive}
        onToggle={toggle}
        onEdit={edit}
        onAdd={add}
        onCancel={() => {
          onDraft(null);
          focus();
        }}
      />
    </div>
  );
}
