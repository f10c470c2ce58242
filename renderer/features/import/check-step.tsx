import type { TableProcedure } from '#shared/imports/table-procedures';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { ImportCheck } from '../../services/table-import/check-import.ts';
import type { ImportProgress } from '../../services/table-import/import-request.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Stat } from '../../ui/stat.tsx';
import css from './check-step.module.css';
import { ConflictList } from './conflict-list.tsx';
import { FirstButton } from './first-button.tsx';
import type { OpenTable } from './import-flow.ts';
import { LeftOutList } from './left-out-list.tsx';
import { startOver } from './open-table.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { backToMapping, startRun } from './run-flow.ts';

interface CheckStepProps {
  readonly table: OpenTable;
  readonly progress: ImportProgress;
  readonly check: ImportCheck | null;
}

/** What the import would do, in counts and names, before anything is saved. */
export function CheckStep({ table, progress, check }: CheckStepProps) {
  const count = check ? check.newCount + check.changedCount : 0;
  // Cut off after its last row, an import still has its end to write.
  const canRun = count > 0 || table.unfinished !== null;
  return (
    <Page
      title={t('import.check.title')}
      subtitle={table.fileName}
      actions={
        <>
          <Button onClick={backToMapping}>{t('import.check.back')}</Button>
          {check && !canRun && (
            <FirstButton onClick={startOver}>{t('import.read.again')}</FirstButton>
          )}
          {check && canRun && (
            <FirstButton variant="primary" onClick={() => void startRun()}>
              {count > 0 ? t('import.check.run', { count }) : t('import.check.finish')}
            </FirstButton>
          )}
        </>
      }
    >
      {check ? (
        <Checked table={table} check={check} />
      ) : (
        <ProgressBar
          label={t('import.check.comparing')}
          value={progress.done}
          max={progress.total}
        />
      )}
    </Page>
  );
}

function Checked({ table, check }: { readonly table: OpenTable; readonly check: ImportCheck }) {
  const rejectedCount = (table.draft?.rejectedRowCount ?? 0) + check.lostLines.length;
  const leftOutCount = table.draft?.leftOutCount ?? 0;
  const { newCount, changedCount, sameCount } = check;
  return (
    <>
      <div className={css['counts']}>
        <Count kind="new" count={newCount} />
        <Count kind="changed" count={changedCount} />
        <Count kind="same" count={sameCount} />
        <Count kind="rejected" count={rejectedCount} />
        {leftOutCount > 0 && <Count kind="leftOut" count={leftOutCount} />}
      </div>
      {newCount + changedCount === 0 ? (
        <Callout title={t('import.check.nothing')}>{t('import.check.nothingText')}</Callout>
      ) : (
        <p className={css['note']}>{t('import.check.allOrNothing')}</p>
      )}
      <Additions check={check} />
      <ConflictList check={check} />
      <LeftOutList leftOut={table.draft?.leftOut ?? []} />
      <RejectedRows table={table} />
    </>
  );
}

interface CountProps {
  readonly kind: 'new' | 'changed' | 'same' | 'rejected' | 'leftOut';
  readonly count: number;
}

function Count({ kind, count }: CountProps) {
  return (
    <Stat
      label={t(`import.check.${kind}`)}
      value={formatNumber(count)}
      hint={t(`import.check.${kind}Hint`)}
      tone={kind === 'rejected' && count > 0 ? 'bad' : 'neutral'}
    />
  );
}

function Additions({ check }: { readonly check: ImportCheck }) {
  const { addedMembers, addedOutcomes, addedSops } = check;
  if (addedMembers.length + addedOutcomes.length + addedSops.length === 0) return null;
  return (
    <Panel title={t('import.check.added')}>
      <ul className={css['added']}>
        {addedOutcomes.length > 0 && <li>{t('import.check.outcomes', namesIn(addedOutcomes))}</li>}
        {addedSops.length > 0 && <li>{t('import.check.sops', namesIn(addedSops.map(titled)))}</li>}
        {addedMembers.length > 0 && <li>{t('import.check.members', namesIn(addedMembers))}</li>}
      </ul>
      {addedMembers.length > 0 && <p className={css['note']}>{t('import.check.membersText')}</p>}
      {addedSops.length > 0 && <p className={css['note']}>{t('import.check.sopsText')}</p>}
    </Panel>
  );
}

const NAMES_SHOWN = 30;

const titled = ({ title }: TableProcedure): { readonly name: string } => ({ name: title });

function namesIn(added: readonly { readonly name: string }[]): { count: number; names: string } {
  const names = added.slice(0, NAMES_SHOWN).map(({ name }) => name);
  return {
    count: added.length,
    names: names.join(', ') + (added.length > NAMES_SHOWN ? ' …' : ''),
  };
}
