import type { ClipboardEvent } from 'react';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import css from './choose-step.module.css';
import { flowFailureText } from './failure-words.ts';
import type { FlowFailure } from './import-flow.ts';
import { openChosen, openDropped, openPasted } from './open-table.ts';
import { PastImports } from './past-imports.tsx';

interface ChooseStepProps {
  readonly isBusy: boolean;
  readonly failure: FlowFailure | null;
}

/** Where a table comes from: a dialog, a drop, or cells that were copied in a spreadsheet. */
export function ChooseStep({ isBusy, failure }: ChooseStepProps) {
  const words = failure && flowFailureText(failure);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (isBusy || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    void openPasted(text, t('import.choose.pastedName'));
  };
  return (
    <Page title={t('import.title')} subtitle={t('import.subtitle')}>
      {/* Pasting is a shortcut to what the button does; it needs no role of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={css['choose']} onPaste={paste}>
        <FileDrop
          label={isBusy ? t('import.choose.reading') : t('import.choose.drop')}
          hint={t('import.choose.hint')}
          chooseLabel={t('import.choose.button')}
          isBusy={isBusy}
          onChoose={() => void openChosen()}
          onFiles={([file]) => file && void openDropped(file)}
        />
        {words && (
          <Callout tone="bad" title={words.title}>
            {words.text}
          </Callout>
        )}
        <PastImports />
      </div>
    </Page>
  );
}
