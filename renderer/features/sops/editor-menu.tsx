import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { duplicateSop, setSopArchived } from '../../services/sops.ts';
import { go } from '../../state/route.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { draftOf } from './begin-sop.ts';
import { LazyImportDialog } from './port/lazy-import-dialog.tsx';
import { useSopFiles } from './port/use-sop-files.tsx';
import { writtenDraft, writtenVersion } from './port/written-sop.ts';
import type { SopDraft } from './use-sop-draft.ts';

interface EditorMenuProps {
  readonly plan: Plan;
  readonly draft: SopDraft;
  readonly newest: SopVersion | null;
  /** Whether a document may be put into the draft. */
  readonly canEdit: boolean;
}

/** What can be done with the SOP as a whole. */
export function EditorMenu({ plan, draft, newest, canEdit }: EditorMenuProps) {
  const { sop, flush } = draft;
  const { title, isArchived } = sop;
  const [isImporting, setIsImporting] = useState(false);
  const files = useSopFiles(plan);
  const archive = async () => {
    const done = isArchived ? 'sops.undo.unarchived' : 'sops.undo.archived';
    if (announceSaved(t(done, { title }), await setSopArchived(sop, !isArchived))) go('sops');
  };
  const duplicate = async (from: Parameters<typeof duplicateSop>[1]) => {
    if (!(await flush())) return;
    const copied = await duplicateSop(sop, from, t('sops.create.copyOf', { title: from.title }));
    if (!copied.ok) {
      announceFailure(copied.error);
      return;
    }
    go('sops', { sopId: copied.value.sopId });
    showToast({ title: t('sops.editor.duplicated') });
  };
  const items: readonly MenuItem[] = [
    {
      key: 'duplicate',
      label: t('sops.editor.duplicateDraft'),
      onSelect: () => void duplicate(draftOf(sop)),
    },
    ...(newest
      ? [
          {
            key: 'duplicate-version',
            label: t('sops.editor.duplicateVersion', { number: newest.number }),
            onSelect: () => void duplicate(newest),
          },
        ]
      : []),
    { key: 'import-line', kind: 'separator' },
    ...(canEdit
      ? [{ key: 'import', label: t('sopPort.open'), onSelect: () => setIsImporting(true) }]
      : []),
    { key: 'draft-files', kind: 'heading', label: t('sopPort.export.heading') },
    ...files.items('draft', writtenDraft(plan, sop)),
    ...(newest
      ? [
          {
            key: 'version-files',
            kind: 'heading' as const,
            label: t('sopPort.export.headingVersion', { number: newest.number }),
          },
          ...files.items('version', writtenVersion(plan, sop, newest)),
        ]
      : []),
    { key: 'line', kind: 'separator' },
    {
      key: 'archive',
      label: isArchived ? t('sops.editor.unarchive') : t('sops.editor.archive'),
      onSelect: () => void archive(),
    },
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t('sops.editor.more')}
            icon={<MoreHorizontal size={16} aria-hidden />}
          />
        }
        items={items}
      />
      {files.sheet}
      {isImporting && (
        <LazyImportDialog plan={plan} draft={draft} onClose={() => setIsImporting(false)} />
      )}
    </>
  );
}
