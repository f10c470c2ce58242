import { t } from '../../i18n/text.ts';
import type { OpenTable } from './import-flow.ts';
import { isDrafted } from './import-flow.ts';
import css from './row-counts.module.css';

/** How many rows the mapping can read, as it stands. */
export function RowCounts({ table }: { readonly table: OpenTable }) {
  const draft = isDrafted(table) ? table.draft : null;
  return (
    <p className={css['counts']} role="status">
      {draft ? (
        <>
          {t('import.counts.ready', { count: draft.draftCount })}
          {draft.rejectedRowCount > 0 && (
            <span className={css['rejected']}>
              {t('import.counts.rejected', { count: draft.rejectedRowCount })}
            </span>
          )}
        </>
      ) : (
        t('import.counts.checking')
      )}
    </p>
  );
}
