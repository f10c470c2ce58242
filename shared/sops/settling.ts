import type { DraftPatch } from './draft-patch.ts';
import { isNoPatch, mergedPatch, NO_PATCH } from './draft-patch.ts';
import type { Sop } from './sop.ts';
import { stepJson } from './step.ts';

/**
 * What was saved but is not yet in the record that is read back: shown over it, so that text never
 * jumps back to an older reading.
 */
export interface Settling {
  readonly patch: DraftPatch;
  /** By place, what was saved there since, oldest first. */
  readonly saved: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_SETTLING: Settling = { patch: NO_PATCH, saved: new Map() };

/** With what has just been sent to be saved, over what settles already. */
export function withSaved({ patch, saved }: Settling, sent: DraftPatch): Settling {
  const next = new Map(saved);
  for (const [place, value] of valuesOf(sent)) {
    next.set(place, [...(next.get(place) ?? []), value]);
  }
  return { patch: mergedPatch(patch, sent), saved: next };
}

/**
 * What still settles after the record was read again. A place is settled when the record shows what was
 * saved there last, or something that nobody here wrote: a newer word from elsewhere. A record as it was
 * before, or with an earlier save, is an older reading.
 */
export function settledBy(settling: Settling, before: Sop, now: Sop): Settling {
  if (isNoPatch(settling.patch)) return settling;
  const former = valuesIn(before, settling.patch);
  const current = valuesIn(now, settling.patch);
  const saved = new Map<string, readonly string[]>();
  for (const [place, values] of settling.saved) {
    const value = current.get(place) ?? '';
    const at = values.lastIndexOf(value);
    const isOld = at < 0 && value === former.get(place);
    const left = isOld ? values : values.slice(at + 1);
    if (left.length > 0 && (isOld || at >= 0)) saved.set(place, left);
  }
  return { patch: onlyAt(settling.patch, (place) => saved.has(place)), saved };
}

/** The parts of a change whose place is kept. */
function onlyAt(patch: DraftPatch, isKept: (place: string) => boolean): DraftPatch {
  const head: Partial<Record<string, unknown>> = { ...patch.head };
  for (const name of Object.keys(head)) if (!isKept(`head.${name}`)) delete head[name];
  return {
    head,
    steps: new Map([...patch.steps].filter(([id]) => isKept(`step.${id}`))),
    sections: new Map([...patch.sections].filter(([id]) => isKept(`section.${id}`))),
  };
}

const GONE = 'null';

const valuesOf = ({ head, steps, sections }: DraftPatch): Map<string, string> =>
  new Map([
    ...Object.entries(head).map(
      ([name, value]) => [`head.${name}`, JSON.stringify(value)] as const,
    ),
    ...[...steps].map(
      ([id, step]) => [`step.${id}`, step ? JSON.stringify(stepJson(step)) : GONE] as const,
    ),
    ...[...sections].map(
      ([id, section]) => [`section.${id}`, section ? sectionText(section) : GONE] as const,
    ),
  ]);

/** What a record says at the places of a change. */
function valuesIn(sop: Sop, patch: DraftPatch): Map<string, string> {
  const head = Object.fromEntries(
    Object.entries(sop).filter(([name]) => Object.hasOwn(patch.head, name)),
  );
  const steps = new Map(sop.draftSteps.map((step) => [step.id, step]));
  const sections = new Map(sop.draftSections.map((section) => [section.id, section]));
  return valuesOf({
    head,
    steps: new Map([...patch.steps.keys()].map((id) => [id, steps.get(id) ?? null])),
    sections: new Map([...patch.sections.keys()].map((id) => [id, sections.get(id) ?? null])),
  });
}

const sectionText = ({ order, title }: { order: number; title: string }): string =>
  JSON.stringify([order, title]);
