import { newId } from '#shared/ids';
import type { ImportedSop } from '#shared/imports/sop-document';
import { draftOutline } from '#shared/imports/sop-drafts';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { randomBytes } from '../clock.ts';
import { createSops } from '../sops.ts';

/** What every procedure of an import begins with. */
export interface ImportHead {
  readonly outcomeId: string;
  readonly roleId: string;
  /** Whoever imports, where a document names nobody of the team. */
  readonly ownerId: string;
}

/** Makes a draft of each procedure, all of them taken back by one undo; answers their ids. */
export async function createImported(
  plan: Plan,
  sops: readonly ImportedSop[],
  head: ImportHead,
): Promise<Result<{ readonly sopIds: readonly string[] }, IpcFailure>> {
  const [first] = sops;
  const label =
    sops.length === 1
      ? t('sopPort.undo.one', { title: first?.title ?? '' })
      : t('sopPort.undo.many', { count: sops.length });
  return await createSops(
    label,
    sops.map((sop) => ({
      ...head,
      ownerId: memberNamed(plan, sop.ownerName) ?? head.ownerId,
      title: sop.title || t('sops.untitled'),
      purpose: sop.purpose,
      reviewOn: sop.reviewOn,
      reviewEveryDays: sop.reviewEveryDays,
      outline: draftOutline(sop, () => newId(randomBytes)),
    })),
  );
}

function memberNamed(plan: Plan, name: string): string | null {
  const key = name.trim().toLowerCase();
  if (key === '') return null;
  return plan.members.find((member) => member.name.trim().toLowerCase() === key)?.id ?? null;
}
