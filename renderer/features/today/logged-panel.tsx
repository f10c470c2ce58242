import type { Entry } from '../../data/deliverables.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AcceptedLately } from './accepted-lately.tsx';
import { FirstLines } from './first-lines.tsx';
import css from './logged-panel.module.css';
import { LoggedRow } from './logged-row.tsx';
import type { Today } from './use-today.ts';

interface LoggedPanelProps {
  readonly logged: readonly Entry[];
  readonly today: Today;
}

/** Beyond this many the day has a list of its own. */
const SHOWN = 40;

/** Today's log, latest first, each entry with how far it has come. */
export function LoggedPanel({ logged, today }: LoggedPanelProps) {
  const { plan, member, day } = today;
  const openAll = () => go('entries', { memberId: member.id, from: day, to: day });
  return (
    <Panel
      title={t('today.logged')}
      note={logged.length > 0 && t('today.entries', { count: logged.length })}
      actions={
        logged.length > 0 && (
          <Button variant="quiet" size="sm" onClick={openAll}>
            {t('today.all')}
          </Button>
        )
      }
    >
      <AcceptedLately plan={plan} memberId={member.id} day={day} />
      {logged.length === 0 ? (
        <FirstLines output={today.output} />
      ) : (
        <div role="grid" aria-label={t('today.logged')}>
          {logged.slice(0, SHOWN).map((entry) => (
            <LoggedRow key={entry.id} entry={entry} plan={plan} zone={member.timeZone} />
          ))}
        </div>
      )}
      {logged.length > SHOWN && (
        <p className={css['more']}>{t('today.more', { count: logged.length - SHOWN })}</p>
      )}
    </Panel>
  );
}
