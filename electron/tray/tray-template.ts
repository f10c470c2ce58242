import { word } from '../words/words.ts';

type Template = Electron.MenuItemConstructorOptions[];

/** Today's state in words, as the page tells it. */
export interface TrayState {
  readonly lines: readonly string[];
  readonly tooltip: string;
}

export interface TrayActs {
  readonly open: () => void;
  readonly log: () => void;
  readonly send: () => void;
  readonly quit: () => void;
}

/** The tray's menu: how today stands, then what can be done without the window. */
export function trayTemplate({ lines }: TrayState, acts: TrayActs): Template {
  return [
    ...lines.map((label) => ({ label: asLabel(label), enabled: false })),
    ...(lines.length > 0 ? [{ type: 'separator' as const }] : []),
    { id: 'open', label: word('openOutlog'), click: acts.open },
    { id: 'log', label: word('quickLog'), click: acts.log },
    { id: 'send', label: word('sendNow'), click: acts.send },
    { type: 'separator' },
    { id: 'quit', label: word('quit'), click: acts.quit },
  ];
}

/** An ampersand in somebody's words is no mark of a key. */
const asLabel = (text: string): string => text.replaceAll('&', '&&');
