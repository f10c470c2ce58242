import { createContext, use } from 'react';
import type { DraftProblem } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';

/** What an opened step needs to know of its draft. */
export interface DraftDesk {
  readonly sop: Sop;
  readonly sops: readonly Sop[];
}

export const DraftContext = createContext<DraftDesk | null>(null);

/** By step; apart from the draft, so that a closed step is drawn again only when its problems change. */
export const ProblemsContext = createContext<readonly DraftProblem[]>([]);

export function useDraftDesk(): DraftDesk {
  const desk = use(DraftContext);
  if (!desk) throw new Error('A step is edited outside of a draft.');
  return desk;
}

export const useProblems = (): readonly DraftProblem[] => use(ProblemsContext);
