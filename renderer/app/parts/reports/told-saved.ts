import '../../../i18n/view-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import type { SavedFile } from '../../../services/reports/save-report.ts';
import { showToast } from '../../../ui/toast.ts';

/** Says what became of a file; nothing where the dialog was closed. */
export async function toldSaved(saving: SavedFile): Promise<void> {
  const saved = await saving;
  if (saved.ok)
    showToast({ title: t('reports.saved', { name: saved.value.fileName }), tone: 'good' });
  else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
}
