import { Redo2, Undo2 } from 'lucide-react';
import type { DraftAct } from '#shared/sops/draft-history';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { SopDraft } from './use-sop-draft.ts';

type UndoButtonsProps = Pick<SopDraft, 'undo' | 'redo' | 'undoAct' | 'redoAct'>;

/** Take back and do again, each saying what. */
export function UndoButtons({ undo, redo, undoAct, redoAct }: UndoButtonsProps) {
  return (
    <>
      <IconButton
        label={
          undoAct ? t('sops.editor.undoAct', { act: actWords(undoAct) }) : t('sops.editor.undo')
        }
        shortcut="Ctrl+Z"
        icon={<Undo2 size={16} aria-hidden />}
        isDisabled={undoAct === null}
        onClick={undo}
      />
      <IconButton
        label={
          redoAct ? t('sops.editor.redoAct', { act: actWords(redoAct) }) : t('sops.editor.redo')
        }
        shortcut="Ctrl+Shift+Z"
        icon={<Redo2 size={16} aria-hidden />}
        isDisabled={redoAct === null}
        onClick={redo}
      />
    </>
  );
}

const actWords = ({ kind, name }: DraftAct): string =>
  name.trim() === '' ? t(`sops.act.${kind}.plain`) : t(`sops.act.${kind}.named`, { name });
