import { importPhase } from '#shared/imports/import-record';
import { importRecords } from '../../data/imports.ts';
import { useLive } from '../../data/live.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useImportRun } from '../../state/import-run.ts';
import { go, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

/** An import of this member's that was cut off: figures hold a part of it until it is finished or undone. */
export function UnfinishedImport() {
  const { view } = useRoute();
  const memberId = useSession((state) => state.memberId);
  const running = useImportRun((state) => state.importId);
  const records = useLive(importRecords, []);
  const cutOff = records?.find(
    (record) =>
      importPhase(record) === 'unfinished' && record.memberId === memberId && record.id !== running,
  );
  if (!cutOff || view === 'import') return null;
  const open = (
    <Button size="sm" onClick={() => go('import')}>
      {t('import.past.unfinishedOpen')}
    </Button>
  );
  return (
    <Callout
      tone="warn"
      title={t('import.past.unfinishedTitle', {
        file: cutOff.fileName,
        when: formatDateTime(cutOff.startedAtMs),
      })}
      action={open}
    >
      {t('import.past.unfinishedText')}
    </Callout>
  );
}
