import type { Deliverable } from '#shared/deliverables/deliverable';
import type { QualityCheck } from '#shared/quality/quality-check';
import { QUALITY_CHECK_TYPE, qualityCheckId, whyReturned } from '#shared/quality/quality-check';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';
import { acceptedFields, returnedFields } from './work-edits.ts';

/** A drawn deliverable, and what it is called. */
export interface Drawn {
  readonly sampleId: string;
  readonly work: Deliverable;
  readonly title: string;
}

/** Why it is returned. */
export type Fault = Pick<QualityCheck, 'reasonId' | 'reason' | 'note' | 'errorCount'>;

const NO_FAULT: Fault = { reasonId: '', reason: '', note: '', errorCount: 0 };

/** A drawn deliverable is as it should be. */
export async function acceptDrawn(drawn: Drawn): Saving {
  const { work } = drawn;
  const isNew = work.completedAtMs !== null && work.acceptedAtMs === null;
  return await saveUndoable(t('quality.undo.accepted'), [
    checkEdit(drawn, 'accepted', NO_FAULT),
    ...(isNew ? [workEdit(work, acceptedFields())] : []),
  ]);
}

/**
 * A drawn deliverable is not as it should be: it is open again and counts as rework. One that came back
 * some other way since it was drawn is open already, and is only counted.
 */
export async function returnDrawn(drawn: Drawn, fault: Fault): Saving {
  const { work } = drawn;
  return await saveUndoable(t('quality.undo.returned'), [
    checkEdit(drawn, 'returned', fault),
    ...(work.completedAtMs === null
      ? []
      : [workEdit(work, returnedFields(work, whyReturned(fault)))]),
  ]);
}

/** Nobody can say whether it is good: it counts for nothing. */
export async function skipDrawn(drawn: Drawn): Saving {
  return await saveUndoable(t('quality.undo.skipped'), [checkEdit(drawn, 'skipped', NO_FAULT)]);
}

const workEdit = ({ id, memberId }: Deliverable, fields: Edit['fields']): Edit => ({
  audience: memberAudience(memberId),
  type: 'deliverable',
  id,
  fields,
});

function checkEdit(
  { sampleId, work, title }: Drawn,
  verdict: QualityCheck['verdict'],
  { reasonId, reason, note, errorCount }: Fault,
): Edit {
  return {
    audience: memberAudience(work.memberId),
    type: QUALITY_CHECK_TYPE,
    id: qualityCheckId(work.id, sampleId),
    fields: {
      sampleId,
      deliverableId: work.id,
      outcomeId: work.outcomeId,
      title,
      day: work.day,
      verdict,
      reasonId,
      reason: reason.trim(),
      note: note.trim(),
      quantity: work.quantity,
      errorCount,
      checkedAtMs: now(),
      checkedById: useSession.getState().memberId,
      // It may have been taken back before.
      deleted: false,
    },
  };
}
