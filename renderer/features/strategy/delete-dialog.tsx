import type { CascadeNode } from '#shared/plan/cascade';
import { t } from '../../i18n/text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface DeleteDialogProps {
  readonly node: CascadeNode;
  /** How many levels go with it, itself included. */
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a whole branch goes: it may reach into quarters that are not on screen. */
export function DeleteDialog({ node, count, onConfirm, onClose }: DeleteDialogProps) {
  return (
    <ConfirmDialog
      isOpen
      tone="danger"
      title={t('strategy.deleteTitle', { name: node.item.name })}
      text={t('strategy.deleteText', { count: count - 1 })}
      confirmLabel={t('strategy.delete')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
