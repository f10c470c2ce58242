import type { DayRange } from '#shared/metrics/period';
import { QUALITY_CHECK_TYPE, qualityCheckFrom } from '#shared/quality/quality-check';
import type { QualityCheck } from '#shared/quality/quality-check';
import { QUALITY_SAMPLE_TYPE, qualitySampleFrom } from '#shared/quality/quality-sample';
import type { QualitySample } from '#shared/quality/quality-sample';
import type { Audience } from '#shared/stream/change';
import { currentProjection } from '../current.ts';
import { recordKey } from '../record-key.ts';
import type { QualityCheckRow } from '../stored.ts';

/** Every sample that was drawn and not discarded, latest first. */
export async function qualitySamples(): Promise<QualitySample[]> {
  const rows = await currentProjection().qualitySamples.toArray();
  return rows
    .map(qualitySampleFrom)
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((a, b) => b.drawnAtMs - a.drawnAtMs || (a.id < b.id ? 1 : -1));
}

export async function qualitySample(id: string): Promise<QualitySample | undefined> {
  const key = recordKey('managers', QUALITY_SAMPLE_TYPE, id);
  const row = await currentProjection().qualitySamples.get(key);
  return row && qualitySampleFrom(row);
}

export async function checksOfSample(sampleId: string): Promise<QualityCheck[]> {
  return standing(
    await currentProjection().qualityChecks.where('sampleId').equals(sampleId).toArray(),
  );
}

/** What was said of work that these members completed in these days. */
export async function checksInDays(
  memberIds: readonly string[],
  { fromDay, toDay }: DayRange,
): Promise<QualityCheck[]> {
  const db = currentProjection();
  const checks = db.qualityChecks;
  const found = await db.transaction(
    'r',
    checks,
    async () =>
      await Promise.all(
        memberIds.map((id) =>
          checks.where('[memberId+day]').between([id, fromDay], [id, toDay], true, true).toArray(),
        ),
      ),
  );
  return standing(found.flat());
}

/** What was said of one deliverable, in every sample that it was drawn in, latest first. */
export async function checksOfDeliverable(
  audience: Audience,
  deliverableId: string,
): Promise<QualityCheck[]> {
  const start = recordKey(audience, QUALITY_CHECK_TYPE, `${deliverableId}.`);
  const rows = await currentProjection().qualityChecks.where('key').startsWith(start).toArray();
  return standing(rows).toSorted((a, b) => b.checkedAtMs - a.checkedAtMs);
}

const standing = (rows: readonly QualityCheckRow[]): QualityCheck[] =>
  rows.map(qualityCheckFrom).filter(({ isDeleted }) => !isDeleted);
