import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { draftProblems } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';
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
  const problems = useMemo(() => draftProblems(settled, { sops }), [settled, sops]);
  return (
    <DraftContext value={desk}>
      <ProblemsContext value={problems}>{children}</ProblemsContext>
    </DraftContext>
  );
}
