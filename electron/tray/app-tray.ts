import { Menu, Tray, nativeImage } from 'electron';
import type { OutsideState } from '#shared/outside';
import small from '../../assets/icons/16x16.png?inline';
import large from '../../assets/icons/32x32.png?inline';
import { APP_NAME } from '../app-identity.ts';
import { hasDesktopTray } from './desktop-tray.ts';
import { type TrayActs, type TrayState, trayTemplate } from './tray-template.ts';

/** The icon in the tray, while it is wanted and the desktop has a place for it. */
export class AppTray {
  readonly #acts: TrayActs;
  #tray: Tray | null = null;
  #standing: OutsideState['tray'] = 'off';
  #state: TrayState = { lines: [], tooltip: APP_NAME };

  constructor(acts: TrayActs) {
    this.#acts = acts;
  }

  get standing(): OutsideState['tray'] {
    return this.#standing;
  }

  async switch(isOn: boolean): Promise<void> {
    const has = isOn && (await hasDesktopTray());
    this.#standing = has ? 'shown' : isOn ? 'none' : 'off';
    if (!has) this.close();
    else if (!this.#tray) {
      this.#tray = new Tray(icon());
      this.#tray.on('click', this.#acts.open);
      this.#draw();
    }
  }

  show(state: TrayState): void {
    this.#state = state;
    this.#draw();
  }

  close(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  #draw(): void {
    this.#tray?.setToolTip(this.#state.tooltip);
    // A menu that is changed is not drawn anew everywhere: each state has its own.
    this.#tray?.setContextMenu(Menu.buildFromTemplate(trayTemplate(this.#state, this.#acts)));
  }
}

function icon(): Electron.NativeImage {
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  return image;
}
