import type { Section } from './section.ts';
import type { Sop } from './sop.ts';
import type { Step } from './step.ts';
import { byOrder } from './step.ts';

/** What an SOP says about itself, beside its steps, and is written in the editor. */
export type SopHead = Pick<
  Sop,
  'title' | 'purpose' | 'outcomeId' | 'roleId' | 'ownerId' | 'reviewOn' | 'reviewEveryDays'
>;

/** Steps and sections: what is read from top to bottom. */
export interface Outline {
  readonly steps: readonly Step[];
  readonly sections: readonly Section[];
}

/** A change to a draft: what parts of the head, which steps and sections become; null for what goes. */
export interface DraftPatch {
  readonly head: Partial<SopHead>;
  readonly steps: ReadonlyMap<string, Step | null>;
  readonly sections: ReadonlyMap<string, Section | null>;
}

export const NO_PATCH: DraftPatch = { head: {}, steps: new Map(), sections: new Map() };

export const isNoPatch = ({ head, steps, sections }: DraftPatch): boolean =>
  steps.size === 0 && sections.size === 0 && Object.keys(head).length === 0;

/** One change after the other, as one. */
export const mergedPatch = (first: DraftPatch, then: DraftPatch): DraftPatch => ({
  head: { ...first.head, ...then.head },
  steps: new Map([...first.steps, ...then.steps]),
  sections: new Map([...first.sections, ...then.sections]),
});

/** The draft after a change; the same object where the change says nothing. */
export function patchedSop(sop: Sop, patch: DraftPatch): Sop {
  if (isNoPatch(patch)) return sop;
  return {
    ...sop,
    ...patch.head,
    draftSteps: patchedItems(sop.draftSteps, patch.steps),
    draftSections: patchedItems(sop.draftSections, patch.sections),
  };
}

/** What takes `patch` back, where the draft is still `before` it. */
export const inversePatch = (before: Sop, { head, steps, sections }: DraftPatch): DraftPatch => ({
  head: Object.fromEntries(
    Object.entries(headOf(before)).filter(([name]) => Object.hasOwn(head, name)),
  ),
  steps: formerItems(before.draftSteps, steps),
  sections: formerItems(before.draftSections, sections),
});

/** What makes one outline of another: what is new or different, and what goes. */
export const outlinePatch = (from: Outline, to: Outline): DraftPatch => ({
  head: {},
  steps: itemsPatch(from.steps, to.steps),
  sections: itemsPatch(from.sections, to.sections),
});

/** A newer reading of a draft with the steps and sections of an older one wherever they say the same. */
export function keptWhereEqual(before: Sop, now: Sop): Sop {
  const draftSteps = keptItems(before.draftSteps, now.draftSteps);
  const draftSections = keptItems(before.draftSections, now.draftSections);
  return { ...now, draftSteps, draftSections };
}

function keptItems<T extends Item>(before: readonly T[], now: readonly T[]): readonly T[] {
  const former = new Map(before.map((item) => [item.id, item]));
  const kept = now.map((item) => {
    const known = former.get(item.id);
    return known && isEqual(known, item) ? known : item;
  });
  const isSame = kept.length === before.length && kept.every((item, at) => item === before[at]);
  return isSame ? before : kept;
}

function isEqual<T extends object>(a: T, b: T): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([name, value]: [string, unknown]) => {
    const held = other.get(name);
    if (typeof value !== 'object' || value === null) return value === held;
    return JSON.stringify(value) === JSON.stringify(held);
  });
}

const headOf = (sop: Sop): SopHead => ({
  title: sop.title,
  purpose: sop.purpose,
  outcomeId: sop.outcomeId,
  roleId: sop.roleId,
  ownerId: sop.ownerId,
  reviewOn: sop.reviewOn,
  reviewEveryDays: sop.reviewEveryDays,
});

interface Item {
  readonly id: string;
  readonly order: number;
}

function patchedItems<T extends Item>(
  items: readonly T[],
  patch: ReadonlyMap<string, T | null>,
): readonly T[] {
  if (patch.size === 0) return items;
  const left = new Map(patch);
  const next: T[] = [];
  let isSorted = true;
  for (const item of items) {
    const now = left.get(item.id);
    left.delete(item.id);
    if (now === null) continue;
    next.push(now ?? item);
    if (now && now.order !== item.order) isSorted = false;
  }
  for (const added of left.values()) {
    if (added === null) continue;
    next.push(added);
    isSorted = false;
  }
  return isSorted ? next : next.toSorted(byOrder);
}

function formerItems<T extends Item>(
  items: readonly T[],
  patch: ReadonlyMap<string, T | null>,
): ReadonlyMap<string, T | null> {
  const former = new Map<string, T | null>([...patch.keys()].map((id) => [id, null]));
  for (const item of items) if (former.has(item.id)) former.set(item.id, item);
  return former;
}

function itemsPatch<T extends Item>(
  from: readonly T[],
  to: readonly T[],
): ReadonlyMap<string, T | null> {
  const patch = new Map<string, T | null>(from.map(({ id }) => [id, null]));
  const former = new Map(from.map((item) => [item.id, item]));
  for (const item of to) {
    if (former.get(item.id) === item) patch.delete(item.id);
    else patch.set(item.id, item);
  }
  return patch;
}
