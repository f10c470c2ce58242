import { PlugZap, WifiOff } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { OutageVerdict } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { answerOutage } from '../../../services/outages.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from './outages.module.css';
import { questionText } from './outage-words.ts';
import { OutagesDialog } from './outages-dialog.tsx';
import type { LedgerLine } from './use-outage-ledger.ts';
import { useOutageLedger } from './use-outage-ledger.ts';

interface OutageCardProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

/** What nobody has answered for so long is left to the list. */
const ASKED_FOR_MS = 14 * 86_400_000;
const MOST_AT_ONCE = 3;

/** Asks the member about gaps that the program saw in their working time. Nothing where there were none. */
export function OutageCard({ plan, member, nowMs }: OutageCardProps) {
  const ledger = useOutageLedger(plan, member, nowMs);
  const [isListOpen, setIsListOpen] = useState(false);
  const asked = ledger?.lines.filter((line) => isAsked(line, nowMs)) ?? [];
  return (
    <>
      {asked.length > 0 && (
        <Panel
          title={t('outages.ask.title')}
          note={asked.length > 1 ? asked.length : undefined}
          actions={
            <Button variant="quiet" size="sm" onClick={() => setIsListOpen(true)}>
              {t('outages.ask.all')}
            </Button>
          }
        >
          <ul>
            {asked.slice(0, MOST_AT_ONCE).map((line) => (
              <Question key={line.outage.id} line={line} zone={member.timeZone} nowMs={nowMs} />
            ))}
          </ul>
        </Panel>
      )}
      {isListOpen && (
        <OutagesDialog plan={plan} member={member} onClose={() => setIsListOpen(false)} />
      )}
    </>
  );
}

/** Outside working hours there is nothing to excuse, so nothing is asked. */
function isAsked({ outage, workMs }: LedgerLine, nowMs: number): boolean {
  const { seenBy, toMs, verdict, fromMs } = outage;
  const isOpen = seenBy !== 'told' && toMs !== null && verdict === null;
  return isOpen && workMs > 0 && nowMs - fromMs < ASKED_FOR_MS;
}

interface QuestionProps {
  readonly line: LedgerLine;
  readonly zone: string;
  readonly nowMs: number;
}

function Question({ line: { outage, workMs }, zone, nowMs }: QuestionProps) {
  const question = questionText(outage, zone, nowMs);
  const questionId = useId();
  const Icon = outage.kind === 'power' ? PlugZap : WifiOff;

  async function answer(verdict: OutageVerdict): Promise<void> {
    const said = t(verdict === 'outage' ? 'outages.ask.saidYes' : 'outages.ask.saidNo');
    announceSaved(said, await answerOutage(outage, verdict));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = VERDICTS.get(event.key.toLowerCase());
    if (!verdict) return;
    event.preventDefault();
    void answer(verdict);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are its buttons'
    <li
      className={css['question']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a row that J and K reach
      tabIndex={0}
      data-row={`outage ${outage.id}`}
      aria-label={question}
      onKeyDown={onKeyDown}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className={css['icon']} />
      <span className={css['what']}>
        <span id={questionId}>{question}</span>
        <span className={css['hint']}>
          {t('outages.ask.work', { length: formatWorkTime(workMs) })}
          {' · '}
          {t(outage.isSure ? 'outages.ask.counts' : 'outages.ask.waits')}
        </span>
      </span>
      <span className={css['answers']}>
        <Button
          size="sm"
          shortcut="Y"
          aria-describedby={questionId}
          onClick={() => void answer('outage')}
        >
          {t('outages.ask.yes')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          shortcut="N"
          aria-describedby={questionId}
          onClick={() => void answer('none')}
        >
          {t('outages.ask.no')}
        </Button>
      </span>
    </li>
  );
}

const VERDICTS: ReadonlyMap<string, OutageVerdict> = new Map([
  ['y', 'outage'],
  ['n', 'none'],
]);
