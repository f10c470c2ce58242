import { MOST_STEPS_AT_ONCE, stepCount, withKnownProcedures } from '#shared/imports/sop-known';
import type { ImportNote, ImportedSop, SopReading } from '#shared/imports/sop-document';
import { newId } from '#shared/ids';
import { appendedOutline, draftOutline } from '#shared/imports/sop-drafts';
import type { Plan } from '../../../data/plan.ts';
import { randomBytes } from '../../../services/clock.ts';
import type { SopDraft } from '../use-sop-draft.ts';

export type ImportInto = 'new' | 'replace' | 'append';

/** What an import would make, as far as it was chosen. */
export interface ImportPlan {
  readonly sops: readonly ImportedSop[];
  readonly notes: readonly ImportNote[];
  readonly steps: number;
  readonly sections: number;
  /** Why nothing can be imported yet; null where it can. */
  readonly problem: 'none' | 'tooMany' | 'one' | null;
}

export function importPlan(
  { sops, notes }: SopReading,
  leftOut: ReadonlySet<number>,
  into: ImportInto,
  plan: Plan,
): ImportPlan {
  const known = sops
    .filter((_sop, index) => !leftOut.has(index))
    .map((sop) => withKnownProcedures(sop, (sopId) => plan.sopById.has(sopId)));
  const chosen = known.map(({ sop }) => sop);
  const steps = chosen.reduce((sum, sop) => sum + stepCount(sop), 0);
  return {
    sops: chosen,
    notes: [...notes, ...known.flatMap((each) => each.notes)],
    steps,
    sections: chosen.flatMap(({ groups }) => groups).filter(({ title }) => title !== null).length,
    problem: problemOf(chosen.length, steps, into),
  };
}

function problemOf(count: number, steps: number, into: ImportInto): ImportPlan['problem'] {
  if (steps === 0) return 'none';
  if (steps > MOST_STEPS_AT_ONCE) return 'tooMany';
  return into !== 'new' && count > 1 ? 'one' : null;
}

const makeId = (): string => newId(randomBytes);

/** Puts one procedure into the draft that is open, as one change that undo takes back. */
export function importIntoDraft(
  draft: SopDraft,
  sop: ImportedSop,
  into: 'replace' | 'append',
): void {
  const held = { steps: draft.sop.draftSteps, sections: draft.sop.draftSections };
  if (into === 'append') {
    draft.replaceOutline(appendedOutline(held, draftOutline(sop, makeId)));
    return;
  }
  draft.replaceOutline({
    ...draftOutline(sop, makeId, held),
    ...(sop.title !== '' && { title: sop.title }),
    ...(sop.purpose !== '' && { purpose: sop.purpose }),
  });
}
