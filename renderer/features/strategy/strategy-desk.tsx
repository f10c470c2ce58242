import { Plus } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DayKey } from '#shared/day';
import { quarterDays } from '#shared/plan/priority';
import { PlanProblems } from '../../app/parts/plan-problems.tsx';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { remove } from './acts.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { GapsStrip } from './gaps-strip.tsx';
import { ItemPanel } from './item-panel.tsx';
import { newBelow } from './new-place.ts';
import { StrategyTree } from './strategy-tree.tsx';
import css from './strategy-desk.module.css';
import { keyOfItem, treeRows } from './tree-rows.ts';
import type { NewPlace, NodeRow } from './tree-rows.ts';
import { askForOutcome, setActive, setExpanded, useTreeState } from './tree-state.ts';
import type { Strategy } from './use-strategy.ts';
import { wholeBranch } from './whole-branch.ts';

interface StrategyDeskProps {
  readonly plan: Plan;
  readonly strategy: Strategy;
  readonly today: DayKey;
  /** A record to show first; empty where none is asked for. */
  readonly askedId: string;
  /** Called when it is shown. */
  readonly onAsked: () => void;
}

const NOTHING_CLOSED: ReadonlySet<string> = new Set();

/** The tree of a quarter with what is missing above it and the line in hand beside it. */
export function StrategyDesk({ plan, strategy, today, askedId, onAsked }: StrategyDeskProps) {
  const { cascade, progress } = strategy;
  const active = useTreeState((state) => state.active);
  const servingId = useTreeState((state) => state.servingId);
  const [editedKey, setEditedKey] = useState<string | null>(null);
  const [draft, setDraft] = useState<NewPlace | null>(null);
  const [deleted, setDeleted] = useState<NodeRow | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  const isOver = quarterDays(cascade.quarter).toDay < today;
  const facts = useMemo(() => ({ plan, progress, today, isOver }), [plan, progress, today, isOver]);
  const rows = useMemo(() => treeRows(cascade, NOTHING_CLOSED, null), [cascade]);
  const row =
    rows.find(({ key }) => key === active?.key) ??
    rows.find(({ key }) => key === keyOfItem(cascade, active?.id ?? '')?.key);
  // The arrows go on at once; the panel follows when there is time.
  const held = useDeferredValue(row);

  const focusTree = useCallback(
    () => desk.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus(),
    [],
  );
  const show = useCallback(
    (id: string) => {
      const place = keyOfItem(cascade, id);
      if (!place) return;
      setExpanded(place.above, true);
      setActive(place.key);
      focusTree();
    },
    [cascade, focusTree],
  );
  useEffect(() => {
    // The first goal was named in a form that is gone now: the keys go on from it. Its line is in hand
    // before the desk stands or after.
    if (active && document.activeElement === document.body) focusTree();
  }, [active, focusTree]);
  useEffect(() => {
    if (askedId === '') return;
    show(askedId);
    onAsked();
  }, [askedId, show, onAsked]);

  const take = useCallback(
    async (from: NodeRow, nextKey: string | null) => {
      if (!(await remove(from.node, plan))) return;
      setActive(nextKey);
      focusTree();
    },
    [plan, focusTree],
  );
  const askToDelete = useCallback(
    (from: NodeRow, nextKey: string | null) => {
      const parentId = from.parentKey?.split('/').at(-1);
      // An outcome that has moved on, or serves nothing, hangs on nothing here that could be undone.
      if (from.node.level === 'outcome' && from.node.item.keyResultId !== parentId) return;
      if (wholeBranch(from.node, plan).length > 1) setDeleted(from);
      else void take(from, nextKey);
    },
    [plan, take],
  );
  const close = useCallback(() => {
    setActive(null);
    focusTree();
  }, [focusTree]);

  return (
    <div ref={desk} className={css['desk']}>
      <PlanProblems plan={plan} scope="strategy" />
      <GapsStrip plan={plan} strategy={strategy} onShow={show} />
      <div className={css['columns']}>
        <div className={css['main']}>
          <StrategyTree
            strategy={strategy}
            facts={facts}
            activeKey={row?.key ?? null}
            editedKey={editedKey}
            draft={draft}
            onActive={setActive}
            onEdit={setEditedKey}
            onDraft={setDraft}
            onServe={(node) => askForOutcome(node.item.id)}
            onDelete={askToDelete}
          />
          <div className={css['foot']}>
            <Button
              size="sm"
              variant="quiet"
              icon={<Plus aria-hidden />}
              onClick={() => setDraft(newBelow(undefined))}
            >
              {t('strategy.add.goal')}
            </Button>
            <span className={css['keys']}>{t('strategy.keys')}</span>
          </div>
        </div>
        {held?.kind === 'node' && (
          <ItemPanel
            row={held}
            strategy={strategy}
            facts={facts}
            isServing={servingId === held.node.item.id}
            onDraft={setDraft}
            onDelete={askToDelete}
            onLeave={focusTree}
            onClose={close}
          />
        )}
      </div>
      {deleted && (
        <DeleteDialog
          node={deleted.node}
          count={wholeBranch(deleted.node, plan).filter(({ level }) => level !== 'outcome').length}
          onClose={() => setDeleted(null)}
          onConfirm={() => {
            setDeleted(null);
            void take(deleted, deleted.parentKey);
          }}
        />
      )}
    </div>
  );
}
