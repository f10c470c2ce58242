import { type BrowserWindow, type ContextMenuParams, Menu } from 'electron';
import type { CallInput } from '#shared/ipc-parsers';
import { word } from '../words/words.ts';

type Template = Electron.MenuItemConstructorOptions[];

function spelling(window: BrowserWindow, params: ContextMenuParams): Template {
  if (params.misspelledWord === '') return [];
  const { webContents } = window;
  return [
    ...params.dictionarySuggestions.map((word) => ({
      label: word,
      click: () => webContents.replaceMisspelling(word),
    })),
    {
      label: word('addToDictionary'),
      click: () => {
        webContents.session.addWordToSpellCheckerDictionary(params.misspelledWord);
      },
    },
    { type: 'separator' },
  ];
}

/** What a right click on text offers; empty where there is neither a field nor a selection. */
function textMenu(params: ContextMenuParams): Template {
  const { editFlags, isEditable, selectionText } = params;
  if (isEditable) {
    return [
      { role: 'undo', label: word('undo'), enabled: editFlags.canUndo },
      { role: 'redo', label: word('redo'), enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: word('cut'), enabled: editFlags.canCut },
      { role: 'copy', label: word('copy'), enabled: editFlags.canCopy },
      { role: 'paste', label: word('paste'), enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: word('selectAll'), enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: word('copy') }];
}

export function showTextMenu(window: BrowserWindow, params: ContextMenuParams): void {
  const template = [...spelling(window, params), ...textMenu(params)];
  if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
}

/** Shows a menu that the page asked for; answers the chosen item's id, or null. */
export function chooseFromMenu(
  window: BrowserWindow,
  { items }: CallInput<'showContextMenu'>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(
      items.map((item) =>
        item.isSeparator === true
          ? { type: 'separator' }
          : {
              label: item.label,
              enabled: item.isEnabled ?? true,
              click: () => resolve(item.id),
            },
      ),
    );
    // Closing is told before the click on some platforms: the click has one more turn to be first.
    menu.popup({ window, callback: () => setTimeout(() => resolve(null), 100) });
  });
}
