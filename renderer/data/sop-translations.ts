import { LANGUAGES, type Language } from '#shared/language';
import { SOP_TRANSLATION_TYPE, sopTranslationId } from '#shared/sops/translation';
import type { RecordState } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import { recordKey } from './record-key.ts';

/** What an SOP says in each language that it is translated into, as far as it is, as stored. */
export async function translationsOfSop(
  sopId: string,
): Promise<ReadonlyMap<Language, RecordState>> {
  const rows = await currentProjection().plan.bulkGet(
    LANGUAGES.map((language) =>
      recordKey('team', SOP_TRANSLATION_TYPE, sopTranslationId(sopId, language)),
    ),
  );
  return new Map(
    LANGUAGES.flatMap((language, at) => {
      const row = rows[at];
      return row ? [[language, row] as const] : [];
    }),
  );
}
