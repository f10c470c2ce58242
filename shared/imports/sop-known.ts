import type { ImportNote, ImportedSop } from './sop-document.ts';

/** Most steps that are taken at once: what is written in one go is taken back in one go. */
export const MOST_STEPS_AT_ONCE = 4_000;

export const stepCount = ({ groups }: ImportedSop): number =>
  groups.reduce((sum, { steps }) => sum + steps.length, 0);

/** A procedure whose steps run only what there is: another workspace's procedures are not here. */
export function withKnownProcedures(
  sop: ImportedSop,
  isKnown: (sopId: string) => boolean,
): { readonly sop: ImportedSop; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  const groups = sop.groups.map((group) => ({
    ...group,
    steps: group.steps.map((step) => {
      if (step.kind !== 'sop' || step.sopId === '' || isKnown(step.sopId)) return step;
      notes.push({ code: 'procedure-unknown', line: step.line, text: step.title });
      return { ...step, sopId: '' };
    }),
  }));
  return { sop: { ...sop, groups }, notes };
}
