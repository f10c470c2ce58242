import '../../i18n/view-words.ts';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef } from 'react';
import { t } from '../../i18n/text.ts';
import { closePalette, usePalette } from '../../state/palette.ts';
import dialog from '../../ui/dialog.module.css';
import { PaletteBox } from './palette-box.tsx';
import css from './palette.module.css';

/** One line over everything that can be done and opened from here. */
export function Palette() {
  const { text } = usePalette();
  const hasChosen = useRef(false);
  const choose = (open: () => void): void => {
    hasChosen.current = true;
    closePalette();
    // What opens finds the screen as it is without the palette; Tab goes on in the view.
    setTimeout(() => {
      document.querySelector<HTMLElement>('#content')?.focus();
      open();
    });
  };
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && closePalette()}>
      <Base.Portal>
        <Base.Backdrop className={dialog['backdrop']} />
        <Base.Viewport className={css['viewport']}>
          <Base.Popup
            className={css['popup']}
            aria-label={t('palette.title')}
            // What was opened takes the focus; closed without a choice, it goes back.
            finalFocus={() => !hasChosen.current}
          >
            <PaletteBox key={text} begun={text} onChoose={choose} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
