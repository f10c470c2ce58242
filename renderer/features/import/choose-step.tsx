import { useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import css from './choose-step.module.css';
import { flowFailureText } from './failure-words.ts';
import type { FlowFailure } from './import-flow.ts';
import { openChosen, openDropped } from './open-table.ts';
import { PastePanel } from './paste-panel.tsx';
import { PastImports } from './past-imports.tsx';
import { usePastedTable } from './use-pasted-table.ts';

interface ChooseStepProps {
  readonly isBusy: boolean;
  readonly failure: FlowFailure | null;
}

/** Where a table comes from: a dialog, a drop, or cells that were copied in a spreadsheet. */
export function ChooseStep({ isBusy, failure }: ChooseStepProps) {
  const place = useRef<HTMLDivElement>(null);
  const words = failure && flowFailureText(failure);
  usePastedTable(isBusy);
  useEffect(() => {
    // Back from a later step, whose button went with it: the keyboard goes on here.
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, []);
  return (
    <Page title={t('import.title')} subtitle={t('import.subtitle')}>
      <div ref={place} className={css['choose']}>
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
        <PastePanel isBusy={isBusy} />
        <PastImports />
      </div>
    </Page>
  );
}
