import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent } from 'react';
import { t } from '../../../i18n/text.ts';
import { chooseSop, droppedSop, pastedSop } from '../../../services/sop-port/sop-sources.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './import-dialog.module.css';
import { readFailureText } from './read-failure-words.ts';
import type { SopReadingState } from './use-sop-reading.ts';

/** Where a document comes from: a dialog, a drop, or the clipboard. */
export function ImportSource({ state }: { readonly state: SopReadingState }) {
  const { isBusy, failure, open } = state;
  const [typed, setTyped] = useState('');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Back from a preview, whose button went with it.
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, []);
  const words = failure && readFailureText(failure);
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    // A line is written into the field; more than that is a document.
    if (html === '' && !text.includes('\n')) return;
    event.preventDefault();
    open(pastedSop(html, text));
  };
  return (
    <div ref={place} className={css['source']} onPaste={paste}>
      <FileDrop
        label={isBusy ? t('sopPort.choose.reading') : t('sopPort.choose.drop')}
        hint={t('sopPort.choose.hint')}
        chooseLabel={t('sopPort.choose.button')}
        isBusy={isBusy}
        onChoose={() => open(chooseSop())}
        onFiles={([file]) => file && open(droppedSop(file))}
      />
      {words && (
        <Callout tone="bad" title={words.title}>
          {words.text}
        </Callout>
      )}
      <TextField
        label={t('sopPort.choose.paste')}
        placeholder={t('sopPort.choose.pastePlaceholder')}
        value={typed}
        onChange={setTyped}
        multiline
        rows={6}
      />
      {typed.trim() !== '' && (
        <div>
          <Button isBusy={isBusy} onClick={() => open(pastedSop('', typed))}>
            {t('sopPort.choose.readTyped')}
          </Button>
        </div>
      )}
    </div>
  );
}
