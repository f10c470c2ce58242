import { t } from '../i18n/text.ts';
import { Banners } from './banners.tsx';
import css from './frame.module.css';
import { useMenuCommands } from './menu-commands.ts';
import { Nav } from './nav.tsx';
import { useKeptRoute } from './kept-route.ts';
import { PaletteLayer } from './palette-layer.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { OutsideLayer } from './outside-layer.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Strip } from './strip.tsx';
import { ViewOutlet } from './view-outlet.tsx';
import { WorkDialogs } from './work-dialogs.tsx';

/** The window of an open workspace: navigation, command strip, view. */
export function Frame() {
  useShortcuts();
  useMenuCommands();
  useKeptRoute();
  return (
    <div className={css['frame']}>
      <a
        href="#content"
        className={css['skip']}
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#content')?.focus();
        }}
      >
        {t('app.skipToContent')}
      </a>
      <Nav />
      <div className={css['main']}>
        <Strip />
        <Banners />
        <ViewOutlet />
      </div>
      <ShortcutsDialog />
      <WorkDialogs />
      <PaletteLayer />
      <OutsideLayer />
    </div>
  );
}
