import { Ellipsis } from 'lucide-react';
import type { SavedView } from '#shared/saved-view';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { changeView, deleteView } from '../../services/saved-views.ts';
import { openWorkDialog } from '../../state/work-dialog.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import css from './view-bar.module.css';
import type { NamedView } from './use-views.ts';

interface ViewBarProps {
  readonly views: readonly NamedView[];
  readonly chosen: NamedView | null;
  /** The saved view that was chosen last, though its filter may have been changed since. */
  readonly based: SavedView | null;
  /** What is looked at now, as a saved view would keep it; null where a view shows exactly that. */
  readonly unsaved: SavedView['params'] | null;
  readonly onChoose: (view: NamedView) => void;
}

/** The named ways of looking at the work, each with how much is in it; the first nine have a digit for a key. */
export function ViewBar({ views, chosen, based, unsaved, onChoose }: ViewBarProps) {
  return (
    <nav className={css['bar']} aria-label={t('work.view.label')}>
      {views.map((view, at) => (
        <button
          key={view.key}
          type="button"
          className={css['view']}
          aria-current={view === chosen || undefined}
          aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
          data-none={view.count === 0 || undefined}
          data-tone={view.tone}
          onClick={() => onChoose(view)}
        >
          {view.name}
          <span className={css['count']}>{formatNumber(view.count)}</span>
        </button>
      ))}
      {based && <ViewMenu view={based} unsaved={unsaved} />}
      {unsaved && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => openWorkDialog({ kind: 'save-view', params: unsaved })}
        >
          {t('work.view.save')}
        </Button>
      )}
    </nav>
  );
}

interface ViewMenuProps {
  readonly view: SavedView;
  readonly unsaved: SavedView['params'] | null;
}

function ViewMenu({ view, unsaved }: ViewMenuProps) {
  const { name } = view;
  const update = async (params: SavedView['params']) =>
    announceSaved(t('work.viewTold.changed', { name }), await changeView(view, { params }));
  const remove = async () =>
    announceSaved(t('work.viewTold.deleted', { name }), await deleteView(view));
  return (
    <Menu
      trigger={
        <IconButton
          size="sm"
          label={t('work.view.menu', { name })}
          icon={<Ellipsis aria-hidden />}
        />
      }
      items={[
        {
          key: 'rename',
          label: t('work.view.rename'),
          onSelect: () => openWorkDialog({ kind: 'rename-view', view }),
        },
        ...(unsaved
          ? [
              {
                key: 'update',
                label: t('work.view.update'),
                onSelect: () => void update(unsaved),
              },
            ]
          : []),
        {
          key: 'delete',
          label: t('work.view.delete'),
          tone: 'danger',
          onSelect: () => void remove(),
        },
      ]}
    />
  );
}
