import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { DayKey } from '#shared/day';
import type { SavedView } from '#shared/saved-view';
import { ViewNameDialog } from '../../app/parts/views/view-name-dialog.tsx';
import { useLive } from '../../data/live.ts';
import { savedViews } from '../../data/saved-views.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { changeView, deleteView } from '../../services/saved-views.ts';
import { replaceRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import css from './choice-bar.module.css';
import type { InsightsChoice } from './insights-params.ts';
import { keptParams } from './insights-params.ts';

interface SavedViewsBarProps {
  readonly choice: InsightsChoice;
  readonly today: DayKey;
}

type Naming = { readonly view: SavedView | null } | null;

/** The named ways of looking at figures that travel with their member; what is looked at now becomes one. */
export function SavedViewsBar({ choice, today }: SavedViewsBarProps) {
  const memberId = useSession((session) => session.memberId);
  const views = useLive(async () => await savedViews(memberId, 'insights'), [memberId]) ?? [];
  const [naming, setNaming] = useState<Naming>(null);
  const [basedId, setBasedId] = useState('');
  const params = keptParams(choice, today);
  const chosen = views.find((view) => isSame(view.params, params)) ?? null;
  const based = chosen ?? views.find(({ id }) => id === basedId) ?? null;
  return (
    <nav className={css['views']} aria-label={t('insights.views.label')}>
      <button
        type="button"
        className={css['view']}
        aria-current={isSame(params, USUAL) || undefined}
        onClick={() => replaceRoute('insights', {})}
      >
        {t('insights.views.usual')}
      </button>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className={css['view']}
          aria-current={view === chosen || undefined}
          onClick={() => {
            setBasedId(view.id);
            replaceRoute('insights', view.params);
          }}
        >
          {view.name}
        </button>
      ))}
      {based && (
        <ViewMenu
          view={based}
          unsaved={chosen ? null : params}
          onRename={() => setNaming({ view: based })}
        />
      )}
      {!chosen && !isSame(params, USUAL) && (
        <Button size="sm" variant="quiet" onClick={() => setNaming({ view: null })}>
          {t('work.view.save')}
        </Button>
      )}
      {naming && (
        <ViewNameDialog
          screen="insights"
          view={naming.view}
          params={params}
          onClose={() => setNaming(null)}
        />
      )}
    </nav>
  );
}

interface ViewMenuProps {
  readonly view: SavedView;
  /** What is looked at now; null where the view shows exactly that. */
  readonly unsaved: SavedView['params'] | null;
  readonly onRename: () => void;
}

function ViewMenu({ view, unsaved, onRename }: ViewMenuProps) {
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
        { key: 'rename', label: t('work.view.rename'), onSelect: onRename },
        ...(unsaved
          ? [{ key: 'update', label: t('work.view.update'), onSelect: () => void update(unsaved) }]
          : []),
        {
          key: 'delete',
          label: t('work.view.delete'),
          tone: 'danger' as const,
          onSelect: () => void remove(),
        },
      ]}
    />
  );
}

/** What opens where nothing was chosen. */
const USUAL: SavedView['params'] = { period: 'quarter' };

const isSame = (a: SavedView['params'], b: SavedView['params']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);
