import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { draftProblems } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { DraftContext, ProblemsContext } from './draft-desk.ts';

interface DraftProviderProps {
  /** As it stands in the editor. */
  readonly sop: Sop;
  /** As it stood when writing paused last. */
  readonly settled: Sop;
  readonly sops: readonly Sop[];
  readonly children: ReactNode;
}

/** Gives steps their draft, and what is wrong with it, found when writing pauses. */
export function DraftProvider({ sop, settled, sops, children }: DraftProviderProps) {
  const desk = useMemo(() => ({ sop, sops }), [sop, sops]);
  // Words are not checked: what is written in them leaves everything that was found as it is.
  const [checked, setChecked] = useState(settled);
  if (checked !== settled && !isSameToCheck(checked, settled)) setChecked(settled);
  const problems = useMemo(() => draftProblems(checked, { sops }), [checked, sops]);
  return (
    <DraftContext value={desk}>
      <ProblemsContext value={problems}>{children}</ProblemsContext>
    </DraftContext>
  );
}

/** Whether two drafts differ in nothing that is checked. */
function isSameToCheck(a: Sop, b: Sop): boolean {
  if (a.draftSteps.length !== b.draftSteps.length) return false;
  if ((a.title.trim() === '') !== (b.title.trim() === '')) return false;
  return a.draftSteps.every((step, at) => {
    const other = b.draftSteps[at];
    return other === step || (other !== undefined && checkedOf(step) === checkedOf(other));
  });
}

const checkedOf = ({ title, ...step }: Step): string =>
  JSON.stringify({ ...step, how: '', why: '', isTitled: title.trim() !== '' });
