import type { Dispatch, SetStateAction } from 'react';
import type { Outline } from '#shared/sops/draft-patch';
import {
  droppedIndex,
  movedTogether,
  outlineItems,
  outlineOf,
  placed,
  stepwiseIndex,
} from '#shared/sops/outline';
import type { Section } from '#shared/sops/section';
import { stepGroups } from '#shared/sops/section';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { showToast } from '../../ui/toast.ts';
import type { Drop } from './outline-drag.ts';
import { END } from './outline-drag.ts';
import type { OutlineRow } from './outline-rows.ts';
import type { LatestOutline, OutlineState } from './use-outline.ts';

/** What the lines of the outline can do; the same functions for as long as the editor is open. */
export interface OutlineActs {
  readonly change: (step: Step) => void;
  readonly rename: (section: Section) => void;
  /** After a line; at the end for null. */
  readonly addStep: (afterId: string | null) => void;
  readonly addSection: (afterId: string | null) => void;
  readonly duplicate: (stepId: string) => void;
  readonly remove: (id: string) => void;
  /** Removes a line that was left empty; the keyboard goes to the one before. */
  readonly removeBack: (id: string) => void;
  readonly moveBy: (id: string, direction: 'up' | 'down') => void;
  readonly drop: (drop: Drop) => void;
  /** Opens or closes a step's details, or a section. */
  readonly toggle: (id: string) => void;
  /** Opens a step and goes to it, out of a collapsed section too. */
  readonly show: (stepId: string) => void;
  readonly focusBeside: (id: string, direction: 'up' | 'down') => void;
}

export function outlineActs(
  latest: LatestOutline,
  setState: Dispatch<SetStateAction<OutlineState>>,
): OutlineActs {
  const focus = (id: string, change: Partial<OutlineState> = {}) =>
    setState((held) => ({ ...held, ...change, wanted: { id, turn: held.wanted.turn + 1 } }));

  /** What is put into a collapsed section shows itself by opening it. */
  const unfolded = (sectionId: string | undefined): Pick<OutlineState, 'collapsedIds'> => {
    const collapsedIds = new Set(latest().state.collapsedIds);
    if (sectionId !== undefined) collapsedIds.delete(sectionId);
    return { collapsedIds };
  };

  const move = (id: string, toIndex: number) => {
    const { draft } = latest();
    const items = outlineItems(outlineIn(draft.sop));
    const moved = outlineOf(placed(items, movedTogether(items, id), toIndex));
    draft.move(id, toIndex);
    focus(id, { ...unfolded(sectionOf(moved, id)?.id), told: placeWords(moved, id) });
  };

  const besideRow = (id: string, direction: 'up' | 'down'): OutlineRow | undefined => {
    const { rows } = latest();
    const at = rows.findIndex((row) => row.id === id);
    return at < 0 ? undefined : rows[direction === 'up' ? at - 1 : at + 1];
  };

  const remove = (id: string, next: OutlineRow | undefined) => {
    const { draft, rows } = latest();
    const row = rows.find((each) => each.id === id);
    if (!row) return;
    if (row.kind === 'step') draft.removeStep(id);
    else draft.removeSection(id);
    const told = t(row.kind === 'step' ? 'sops.editor.removed' : 'sops.editor.sectionRemoved');
    const onSelect = () => putBack(row);
    showToast({
      topic: 'sop-removed',
      title: told,
      action: { label: t('log.undoAction'), onSelect },
    });
    if (next) focus(next.id, { told });
    else setState((held) => ({ ...held, told }));
  };

  /** As undo where nothing came after; otherwise what came after stays. */
  const putBack = (row: OutlineRow) => {
    const { draft } = latest();
    const last = draft.undoAct?.back;
    if (last?.steps.has(row.id) || last?.sections.has(row.id)) draft.undo();
    else if (row.kind === 'step') draft.changeSteps([row.step]);
    else draft.changeSections([row.section]);
  };

  return {
    change: (step) => latest().draft.changeSteps([step]),
    rename: (section) => latest().draft.changeSections([section]),
    addStep: (afterId) => {
      const { draft, state } = latest();
      const id = draft.addStep(afterId);
      // Who writes details writes on in them; who jots down titles goes on with titles.
      const isDetailed = afterId === null || state.openId === afterId;
      focus(id, {
        ...unfolded(afterId ?? undefined),
        openId: isDetailed ? id : state.openId,
        told: t('sops.editor.stepAdded'),
      });
    },
    addSection: (afterId) => {
      const id = latest().draft.addSection(afterId);
      focus(id, { told: t('sops.editor.sectionAdded') });
    },
    duplicate: (stepId) => {
      const { draft, state } = latest();
      const id = draft.duplicateStep(stepId);
      const openId = state.openId === stepId ? id : state.openId;
      if (id) focus(id, { openId, told: t('sops.editor.stepDuplicated') });
    },
    remove: (id) => remove(id, besideRow(id, 'down') ?? besideRow(id, 'up')),
    removeBack: (id) => remove(id, besideRow(id, 'up') ?? besideRow(id, 'down')),
    moveBy: (id, direction) => {
      const items = outlineItems(outlineIn(latest().draft.sop));
      const toIndex = stepwiseIndex(items, id, direction);
      if (toIndex !== null) move(id, toIndex);
    },
    drop: ({ itemId, targetId, edge }) => {
      const { draft, state } = latest();
      const items = outlineItems(outlineIn(draft.sop));
      const last = items.findLast(({ id }) => id !== itemId);
      // A line dropped below a collapsed heading goes below what the heading hides.
      const under = state.collapsedIds.has(targetId)
        ? movedTogether(items, targetId).at(-1)?.id
        : undefined;
      const target =
        targetId === END
          ? last && { itemId: last.id, edge: 'bottom' as const }
          : { itemId: edge === 'bottom' && under ? under : targetId, edge };
      const toIndex = target ? droppedIndex(items, itemId, target) : null;
      if (toIndex !== null) move(itemId, toIndex);
    },
    toggle: (id) =>
      setState((held) => {
        const isSection = latest().rows.some((row) => row.id === id && row.kind === 'section');
        if (!isSection) return { ...held, openId: held.openId === id ? null : id };
        const collapsedIds = new Set(held.collapsedIds);
        if (!collapsedIds.delete(id)) collapsedIds.add(id);
        return { ...held, collapsedIds };
      }),
    show: (stepId) => {
      const section = sectionOf(outlineIn(latest().draft.sop), stepId);
      focus(stepId, { ...unfolded(section?.id), openId: stepId });
    },
    focusBeside: (id, direction) => {
      const row = besideRow(id, direction);
      if (row) focus(row.id);
    },
  };
}

const outlineIn = ({
  draftSteps: steps,
  draftSections: sections,
}: {
  readonly draftSteps: readonly Step[];
  readonly draftSections: readonly Section[];
}): Outline => ({ steps, sections });

const sectionOf = ({ steps, sections }: Outline, id: string): Section | null =>
  stepGroups(steps, sections).find(({ steps: own }) => own.some((step) => step.id === id))
    ?.section ?? null;

/** Where an item stands now, in words. */
function placeWords(outline: Outline, id: string): string {
  const number = outline.steps.findIndex((step) => step.id === id) + 1;
  if (number === 0) {
    const place = outline.sections.findIndex((section) => section.id === id) + 1;
    return t('sops.editor.sectionMoved', { number: place });
  }
  const section = sectionOf(outline, id);
  return section
    ? t('sops.editor.movedIn', {
        number,
        section: section.title || t('sops.editor.sectionUntitled'),
      })
    : t('sops.editor.moved', { number });
}
