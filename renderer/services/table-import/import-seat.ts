import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { readPlan } from '../../data/plan.ts';
import { useSession } from '../../state/session.ts';
import { save } from '../save.ts';

/** The seat an import was begun in. It never goes on in another one. */
export interface ImportSeat {
  readonly memberId: string;
  readonly isManager: boolean;
  readonly calendarId: string;
  save(edits: readonly Edit[]): Promise<Result<null, IpcFailure>>;
}

export async function currentSeat(): Promise<ImportSeat> {
  const { workspace, memberId, seat } = useSession.getState();
  const member = (await readPlan()).memberById.get(memberId);
  return {
    memberId,
    isManager: seat === 'manager',
    calendarId: member?.calendarId ?? '',
    save: async (edits) => {
      const now = useSession.getState();
      if (now.workspace?.id !== workspace?.id || now.memberId !== memberId) {
        return fail('no-seat', 'after-fix');
      }
      return await save(edits);
    },
  };
}
