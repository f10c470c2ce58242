import { usePlan } from '../../data/plan.ts';
import { formatNumber, formatSize } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { DateOrderQuestion } from './date-order-question.tsx';
import { FirstButton } from './first-button.tsx';
import type { OpenTable } from './import-flow.ts';
import { isDrafted } from './import-flow.ts';
import { KnownTable } from './known-table.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { isReady } from './mapping-state.ts';
import { MappingPanel } from './mapping-panel.tsx';
import css from './map-step.module.css';
import { NoticeList } from './notice-list.tsx';
import { startOver } from './open-table.ts';
import { RecognisedTool } from './recognised-tool.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { RowCounts } from './row-counts.tsx';
import { startCheck } from './run-flow.ts';

/** What was recognised on the left, what it makes of the first rows on the right. */
export function MapStep({ table }: { readonly table: OpenTable }) {
  const plan = usePlan();
  const { outline, fileName, sizeBytes } = table;
  if (!plan) return null;
  return (
    <Page
      title={fileName}
      subtitle={t('import.read.summary', {
        size: formatSize(sizeBytes),
        rows: formatNumber(outline.rowCount),
        columns: formatNumber(outline.headers.length),
      })}
      actions={
        <>
          <RowCounts table={table} />
          <Button onClick={startOver}>{t('import.read.again')}</Button>
          <FirstButton
            variant="primary"
            isDisabled={isDrafted(table) && !isReady(table)}
            isBusy={!isDrafted(table)}
            onClick={() => void startCheck()}
          >
            {t('import.check.next')}
          </FirstButton>
        </>
      }
    >
      <div className={css['notices']}>
        <RecognisedTool table={table} />
        <KnownTable table={table} />
        <DateOrderQuestion table={table} />
        <NoticeList table={table} />
        <LeftOutList leftOut={table.draft?.leftOut ?? []} />
      </div>
      <div className={css['columns']}>
        <div className={css['choices']}>
          {outline.kind !== 'board' && <ReadingPanel table={table} />}
          <MappingPanel table={table} plan={plan} />
        </div>
        <PreviewPanel table={table} plan={plan} />
      </div>
    </Page>
  );
}
