import { MoreHorizontal } from 'lucide-react';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { duplicateSop, setSopArchived } from '../../services/sops.ts';
import { go } from '../../state/route.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { draftOf } from './begin-sop.ts';
import type { SopDraft } from './use-sop-draft.ts';

interface EditorMenuProps {
  readonly sop: Sop;
  readonly newest: SopVersion | null;
  readonly flush: SopDraft['flush'];
}

/** What can be done with the SOP as a whole. */
export function EditorMenu({ sop, newest, flush }: EditorMenuProps) {
  const { title, isArchived } = sop;
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
    { key: 'line', kind: 'separator' },
    {
      key: 'archive',
      label: isArchived ? t('sops.editor.unarchive') : t('sops.editor.archive'),
      onSelect: () => void archive(),
    },
  ];
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('sops.editor.more')} icon={<MoreHorizontal size={16} aria-hidden />} />
      }
      items={items}
    />
  );
}
