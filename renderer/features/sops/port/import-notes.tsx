import { IMPORT_NOTES } from '#shared/imports/sop-document';
import type { ImportNote } from '#shared/imports/sop-document';
import { t } from '../../../i18n/text.ts';
import css from './import-dialog.module.css';

/** Places that are named of one kind: the rest are counted. */
const MOST_PLACES = 100;

/** What was not understood, by kind, each with its lines. */
export function ImportNotesList({ notes }: { readonly notes: readonly ImportNote[] }) {
  const kinds = IMPORT_NOTES.map((code) => ({
    code,
    places: notes.filter((note) => note.code === code),
  })).filter(({ places }) => places.length > 0);
  return (
    <section className={css['part']} aria-label={t('sopPort.notes.title')}>
      <h3 className={css['partTitle']}>{t('sopPort.notes.title')}</h3>
      {kinds.length === 0 && <p className={css['quiet']}>{t('sopPort.notes.none')}</p>}
      {kinds.map(({ code, places }) => (
        <details key={code} className={css['kind']}>
          <summary>
            {t(`sopPort.notes.of.${code}`)} <span className={css['count']}>{places.length}</span>
          </summary>
          <ul>
            {places.slice(0, MOST_PLACES).map((place, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two places may say the same
              <li key={index}>
                {place.line > 0 && (
                  <span className={css['line']}>
                    {t('sopPort.notes.line', { line: String(place.line) })}
                  </span>
                )}{' '}
                {place.text}
              </li>
            ))}
            {places.length > MOST_PLACES && (
              <li className={css['quiet']}>
                {t('sopPort.notes.more', { count: places.length - MOST_PLACES })}
              </li>
            )}
          </ul>
        </details>
      ))}
    </section>
  );
}
