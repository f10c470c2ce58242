import { useState } from 'react';
import type { MemberFacts } from '#shared/imports/import-facts';
import { importRecords } from '../../data/imports.ts';
import { useLive } from '../../data/live.ts';
import { formatDuration, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { ImportOutcome } from '../../services/table-import/run-import.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stat } from '../../ui/stat.tsx';
import css from './done-step.module.css';
import { FirstButton } from './first-button.tsx';
import type { OpenTable } from './import-flow.ts';
import { MemberFigures } from './member-figures.tsx';
import { startOver } from './open-table.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { UndoDialog } from './undo-dialog.tsx';

interface DoneStepProps {
  readonly table: OpenTable;
  readonly outcome: ImportOutcome;
}

const HOUR_MS = 3_600_000;

/** What the import brought, as facts to hold against what its owner knows. */
export function DoneStep({ table, outcome }: DoneStepProps) {
  const [isUndoing, setIsUndoing] = useState(false);
  const isManager = useSession((state) => state.seat === 'manager');
  const record = useLive(importRecords, [])?.find(({ id }) => id === table.importId);
  if (outcome.isCancelled) return <Cancelled table={table} />;
  return (
    <Page
      title={t('import.done.title')}
      subtitle={table.fileName}
      actions={
        <>
          <Button variant="quiet" onClick={startOver}>
            {t('import.done.another')}
          </Button>
          <Button isDisabled={!record} onClick={() => setIsUndoing(true)}>
            {t('import.done.undo')}
          </Button>
          {isManager && (
            <Button onClick={() => go('overview', overviewParams(table))}>
              {t('import.done.overview')}
            </Button>
          )}
          <FirstButton
            variant="primary"
            onClick={() => go('entries', { importId: table.importId })}
          >
            {t('import.done.entries')}
          </FirstButton>
        </>
      }
    >
      <Panel title={t('import.done.facts')}>
        <Facts table={table} outcome={outcome} />
      </Panel>
      <MemberFigures table={table} />
      <RejectedRows table={table} />
      <UndoDialog
        record={isUndoing && record ? record : null}
        onClose={() => setIsUndoing(false)}
        onUndone={startOver}
      />
    </Page>
  );
}

function Facts({ table, outcome }: DoneStepProps) {
  const { draft } = table;
  if (!draft) return null;
  const { facts } = draft;
  const { newCount, changedCount, sameCount } = outcome;
  const counts = { fresh: newCount, changed: changedCount, same: sameCount };
  const [most] = facts.members;
  const medianMs = facts.medianTurnaroundMs;
  return (
    <div className={css['facts']}>
      <Stat
        label={t('import.done.rows')}
        value={formatNumber(facts.rowCount)}
        hint={t(sameCount > 0 ? 'import.done.rowsHintSame' : 'import.done.rowsHint', counts)}
      />
      <Stat
        label={t('import.done.completed')}
        value={formatNumber(facts.completedCount)}
        hint={t('import.done.completedHint', { count: facts.rowCount - facts.completedCount })}
      />
      <Stat
        label={t('import.done.turnaround')}
        value={medianMs === null ? '–' : formatDuration(medianMs)}
        hint={
          medianMs === null
            ? t('import.done.turnaroundNone')
            : t('import.done.turnaroundHint', { hours: medianMs / HOUR_MS })
        }
      />
      <Stat
        label={t('import.done.reopened')}
        value={formatNumber(facts.reopenedCount)}
        hint={t('import.done.reopenedHint')}
      />
      {facts.members.length > 1 && (
        <Stat
          label={t('import.done.members')}
          value={formatNumber(facts.members.length)}
          hint={most && mostText(most)}
        />
      )}
    </div>
  );
}

const mostText = ({ name, rowCount }: MemberFacts): string =>
  t('import.done.most', { name, count: rowCount });

/** The days that the import's completed work lies in: elsewhere the overview would look empty. */
function overviewParams({ draft }: OpenTable): Record<string, string> {
  const days = draft?.facts.days;
  return days ? { period: 'custom', from: days.first, to: days.last } : {};
}

function Cancelled({ table }: { readonly table: OpenTable }) {
  return (
    <Page title={t('import.done.cancelledTitle')} subtitle={table.fileName} width="reading">
      <Callout
        title={t('import.done.cancelledTitle')}
        action={
          <FirstButton size="sm" onClick={startOver}>
            {t('import.done.another')}
          </FirstButton>
        }
      >
        {t('import.done.cancelledText')}
      </Callout>
    </Page>
  );
}
