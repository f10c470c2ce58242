import { PlugZap } from 'lucide-react';
import { useState } from 'react';
import type { Outage } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { formatMonth, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { useSession } from '../../../state/session.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { OutageRow } from './outage-row.tsx';
import css from './outages.module.css';
import { TellDialog } from './tell-dialog.tsx';
import type { OutageLedger } from './use-outage-ledger.ts';
import { useOutageLedger } from './use-outage-ledger.ts';

interface OutagesDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

type Over = { readonly kind: 'tell' } | { readonly kind: 'explain'; readonly outage: Outage };

/** So many rows are drawn at a time. */
const ROWS_AT_ONCE = 20;

/** A member's ledger: month totals, and every outage behind them. Its own member explains and tells there. */
export function OutagesDialog({ plan, member, onClose }: OutagesDialogProps) {
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const ledger = useOutageLedger(plan, member, nowMs);
  const [over, setOver] = useState<Over | null>(null);
  const isOwn = member.id === memberId;
  const back = (): void => setOver(null);
  if (over?.kind === 'tell') return <TellDialog member={member} onClose={back} />;
  if (over) return <ExplainDialog outage={over.outage} member={member} onClose={back} />;
  return (
    <Dialog
      isOpen
      size="lg"
      title={isOwn ? t('outages.title') : t('outages.ofMember', { name: member.name })}
      description={t('outages.definition')}
      onClose={onClose}
      footer={
        isOwn ? (
          <Button onClick={() => setOver({ kind: 'tell' })}>{t('outages.tell')}</Button>
        ) : undefined
      }
    >
      {!ledger && <LoadingState />}
      {ledger?.lines.length === 0 && (
        <EmptyState
          icon={<PlugZap size={28} strokeWidth={1.5} aria-hidden />}
          title={t('outages.empty')}
          text={t(isOwn ? 'outages.emptyOwn' : 'outages.emptyOther')}
        />
      )}
      {ledger && ledger.lines.length > 0 && (
        <div className={css['ledger']}>
          <Months months={ledger.months} />
          <Lines
            ledger={ledger}
            member={member}
            onExplain={isOwn ? (outage) => setOver({ kind: 'explain', outage }) : undefined}
          />
        </div>
      )}
    </Dialog>
  );
}

function Months({ months }: Pick<OutageLedger, 'months'>) {
  return (
    <section>
      <h3 className={css['heading']}>{t('outages.months')}</h3>
      {months.length === 0 && <p className={css['hint']}>{t('outages.noMonths')}</p>}
      <ul className={css['months']}>
        {months.slice(0, MONTHS_SHOWN).map(({ month, workMs, count }) => (
          <li key={month} className={css['month']}>
            <span className={css['hint']}>{formatMonth(month)}</span>
            <strong>{formatWorkTime(workMs)}</strong>
            <span className={css['hint']}>{t('outages.monthCount', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MONTHS_SHOWN = 6;

interface LinesProps {
  readonly ledger: OutageLedger;
  readonly member: Member;
  readonly onExplain: ((outage: Outage) => void) | undefined;
}

function Lines({ ledger: { lines }, member, onExplain }: LinesProps) {
  const [count, setCount] = useState(ROWS_AT_ONCE);
  return (
    <section>
      <h3 className={css['heading']}>{t('outages.list')}</h3>
      <ul>
        {lines.slice(0, count).map((line) => (
          <OutageRow key={line.outage.id} line={line} member={member} onExplain={onExplain} />
        ))}
      </ul>
      {lines.length > count && (
        <Button variant="quiet" size="sm" onClick={() => setCount(count + ROWS_AT_ONCE)}>
          {t('outages.more', { count: Math.min(ROWS_AT_ONCE, lines.length - count) })}
        </Button>
      )}
    </section>
  );
}
