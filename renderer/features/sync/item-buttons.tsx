import { FileDown, FolderSearch, RotateCw } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { exportItem, retryItem, showItem } from '../../services/sync-items.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './sync-view.module.css';

interface Item {
  readonly workspace: string;
  readonly key: string;
}

interface ItemButtonsProps {
  readonly item: Item;
  /** It lies somewhere that can be shown: a file of somebody's. */
  readonly canShow?: boolean | undefined;
}

/** What can be done about one item, whatever becomes of the others. */
export function ItemButtons({ item, canShow = false }: ItemButtonsProps) {
  return (
    <span className={css['itemActs']}>
      <IconButton
        size="sm"
        label={t('sync.item.retry')}
        shortcut="R"
        icon={<RotateCw aria-hidden />}
        onClick={() => void retryItem(item)}
      />
      <IconButton
        size="sm"
        label={t('sync.item.export')}
        shortcut="E"
        icon={<FileDown aria-hidden />}
        onClick={() => void exportItem(item)}
      />
      {canShow && (
        <IconButton
          size="sm"
          label={t('sync.item.show')}
          shortcut="S"
          icon={<FolderSearch aria-hidden />}
          onClick={() => void showItem(item)}
        />
      )}
    </span>
  );
}

/** The same by keys, on the row where the keyboard is. Answers whether the key was one of them. */
export function actOnItem(item: Item, key: string, canShow = false): boolean {
  const act = { r: retryItem, e: exportItem, s: canShow ? showItem : undefined }[key.toLowerCase()];
  if (act) void act(item);
  return act !== undefined;
}
