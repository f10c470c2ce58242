import type { ReactNode } from 'react';
import { useDeferredValue, useMemo } from 'react';
import { draftProblems } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';
import { DraftContext, ProblemsContext } from './draft-desk.ts';

interface DraftProviderProps {
  /** As it stands in the editor. */
  readonly sop: Sop;
  readonly sops: readonly Sop[];
  readonly children: ReactNode;
}

/** Gives steps their draft, and what is wrong with it, found when there is time: what is typed is drawn first. */
export function DraftProvider({ sop, sops, children }: DraftProviderProps) {
  const desk = useMemo(() => ({ sop, sops }), [sop, sops]);
  const read = useDeferredValue(sop);
  const problems = useMemo(() => draftProblems(read, { sops }), [read, sops]);
  return (
    <DraftContext value={desk}>
      <ProblemsContext value={problems}>{children}</ProblemsContext>
    </DraftContext>
  );
}
