import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { OpenTable } from './import-flow.ts';
import { treatAs } from './open-table.ts';

/** Says that a table was imported before, and lets a person say that it is another one. */
export function KnownTable({ table }: { readonly table: OpenTable }) {
  const { earlier, unfinished, mapping, outline, isAnotherTable } = table;
  const key = outline.headers[mapping.columns.key ?? -1];
  if (isAnotherTable) {
    return (
      <Callout
        title={t('import.known.newTitle')}
        action={
          <Button size="sm" onClick={() => void treatAs('same')}>
            {t('import.known.treatAsSame')}
          </Button>
        }
      >
        {key === undefined ? t('import.known.newTextNoKey') : t('import.known.newText', { key })}
      </Callout>
    );
  }
  if (!earlier) return null;
  if (unfinished) {
    return (
      <Callout tone="warn" title={t('import.known.unfinishedTitle')}>
        {t('import.known.unfinishedText')}
      </Callout>
    );
  }
  return (
    <Callout
      title={t('import.known.title', {
        file: earlier.fileName,
        when: formatDateTime(earlier.startedAtMs),
      })}
      action={
        <Button size="sm" onClick={() => void treatAs('another')}>
          {t('import.known.treatAsNew')}
        </Button>
      }
    >
      {key === undefined ? t('import.known.sameRows') : t('import.known.sameKey', { key })}
    </Callout>
  );
}
