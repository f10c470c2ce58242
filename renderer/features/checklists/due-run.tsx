import { useState } from 'react';
import type { Run } from '#shared/sops/run';
import { isMissed } from '#shared/sops/run';
import { missedText } from '../../app/parts/runs/run-state.tsx';
import { useNewsFirst } from '../../app/parts/sop-news/use-news-first.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { beginDueRun } from '../../services/start-run.ts';
import type { Worker } from '../../services/worker.ts';
import { workerOf } from '../../services/worker.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import css from './checklists-view.module.css';
import { SkipRunDialog } from './skip-run-dialog.tsx';

interface DueRunProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly isOwn: boolean;
}

/** A run that a schedule asked for and nobody has begun: due, or missed and still to be done. */
export function DueRun({ plan, run, isOwn }: DueRunProps) {
  const member = plan.memberById.get(run.memberId);
  const zone = member?.timeZone ?? 'UTC';
  const [isSkipping, setIsSkipping] = useState(false);
  const news = useNewsFirst(plan);
  const wasMissed = isMissed(run);

  async function begin(): Promise<void> {
    if (!member) return;
    const worker = workerOf(plan, member);
    await news.begin(worker, run.sopId, () => void beginWith(worker));
  }
  async function beginWith(worker: Worker): Promise<void> {
    const begun = await beginDueRun(worker, run);
    if (!begun.ok) announceFailure(begun.error);
  }

  return (
    <Page title={plan.sopById.get(run.sopId)?.title ?? t('checklists.title')} width="reading">
      <Callout
        title={t(wasMissed ? 'checklists.missed' : 'checklists.notBegun')}
        action={
          isOwn && (
            <span className={css['acts']}>
              {!wasMissed && (
                <Button variant="quiet" onClick={() => setIsSkipping(true)}>
                  {t('checklists.skipDue')}
                </Button>
              )}
              <Button variant="primary" autoFocus onClick={() => void begin()}>
                {t(wasMissed ? 'checklists.doNow' : 'checklists.start')}
              </Button>
            </span>
          )
        }
      >
        {wasMissed ? `${missedText(run)} ${dueText(run, zone)}` : dueText(run, zone)}
      </Callout>
      {isSkipping && <SkipRunDialog run={run} onClose={() => setIsSkipping(false)} />}
      {news.dialog}
    </Page>
  );
}

function dueText({ dueAtMs, missedAtMs }: Run, zone: string): string {
  if (dueAtMs === null) return t('checklists.asksSchedule');
  const time = formatDateTime(dueAtMs, zone);
  return t(missedAtMs === null ? 'checklists.dueBy' : 'checklists.wasDueBy', { time });
}
