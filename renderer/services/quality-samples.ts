import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { QualitySample, SampleScope, SizedBy } from '#shared/quality/quality-sample';
import { QUALITY_SAMPLE_TYPE, qualitySampleFields } from '#shared/quality/quality-sample';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit, Fields } from '#shared/stream/change';
import { drawFromHistory } from '../data/quality/draw.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';

/** What is drawn from, and how much of it. */
interface WantedSample {
  readonly scope: SampleScope;
  readonly sizedBy: SizedBy;
  readonly size: number;
}

type UndoneBy = Extract<Awaited<Saving>, { readonly ok: true }>['value'];

/** Draws at random and writes down what was drawn, from how much, and by which seed. */
export async function drawSample({
  scope,
  sizedBy,
  size,
}: WantedSample): Promise<Result<UndoneBy & { readonly sampleId: string }, IpcFailure>> {
  const seed = newId(randomBytes);
  const groups = await drawFromHistory({ scope, size, seed });
  const sampleId = newId(randomBytes);
  const fields = qualitySampleFields({
    ...scope,
    sizedBy,
    seed,
    groups,
    drawnAtMs: now(),
    drawnById: useSession.getState().memberId,
  });
  const saved = await saveUndoable(t('quality.undo.drawn'), [sampleEdit(sampleId, fields)], {
    areNew: true,
  });
  return saved.ok ? ok({ ...saved.value, sampleId }) : saved;
}

/** Takes a sample away that nobody has begun with: one that has verdicts stays, whatever they say. */
export async function discardSample({ id }: QualitySample): Saving {
  return await saveUndoable(t('quality.undo.discarded'), [sampleEdit(id, { deleted: true })]);
}

const sampleEdit = (id: string, fields: Fields): Edit => ({
  audience: 'managers',
  type: QUALITY_SAMPLE_TYPE,
  id,
  fields,
});
