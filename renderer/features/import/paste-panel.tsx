import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { openPasted } from './open-table.ts';
import css from './paste-panel.module.css';

/** A place for a table from the clipboard: typed into it, or pasted and read at once (see `usePastedTable`). */
export function PastePanel({ isBusy }: { readonly isBusy: boolean }) {
  const [text, setText] = useState('');
  return (
    <Panel title={t('import.choose.paste')}>
      <div className={css['paste']}>
        <TextField
          label={t('import.choose.pasteLabel')}
          placeholder={t('import.choose.pastePlaceholder')}
          value={text}
          onChange={setText}
          multiline
          rows={4}
        />
        <div>
          <Button
            isDisabled={text.trim() === ''}
            isBusy={isBusy}
            onClick={() => void openPasted(text, t('import.choose.pastedName'))}
          >
            {t('import.choose.pasteRead')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
