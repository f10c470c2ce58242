import type { Sop, SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import type { SopDraft } from './use-sop-draft.ts';

/** What a tab beside the editor shows something about. */
export interface SopTabProps {
  readonly plan: Plan;
  /** As it stands in the editor, drawn when there is time: it may be a moment behind what is typed. */
  readonly sop: Sop;
  /** Newest first. */
  readonly versions: readonly SopVersion[];
  readonly draft: SopDraft;
}
