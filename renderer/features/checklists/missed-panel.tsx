import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { instantText } from '../../app/parts/assign/instant-words.ts';
import { missedText } from '../../app/parts/runs/run-state.tsx';
import { useMissedLately } from '../../app/parts/runs/use-missed-lately.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './checklists-view.module.css';

interface MissedPanelProps {
  readonly plan: Plan;
  readonly member: Member;
  /** The member's own. */
  readonly day: DayKey;
}

const SHOWN_COUNT = 5;

/** What a schedule asked for lately and nobody began in time, and why; each can still be done. */
export function MissedPanel({ plan, member, day }: MissedPanelProps) {
  const missed = useMissedLately(member.id, day);
  if (missed.length === 0) return null;
  return (
    <Panel title={t('checklists.missedLately')}>
      <ul>
        {missed.slice(0, SHOWN_COUNT).map((run) => {
          const title = plan.sopById.get(run.sopId)?.title ?? '';
          const when = instantText(run.scheduledAtMs ?? run.missedAtMs ?? 0, member.timeZone);
          return (
            <li key={run.id} className={css['line']}>
              <span className={css['what']}>
                <span className={css['missed']}>{title}</span>
                <span className={css['purpose']}>{missedText(run)}</span>
              </span>
              <span className={css['hint']}>{when}</span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={t('checklists.lookAt', { title, when })}
                onClick={() => go('run', { runId: run.id })}
              >
                {t('checklists.look')}
              </Button>
            </li>
          );
        })}
      </ul>
      {missed.length > SHOWN_COUNT && (
        <p className={css['purpose']}>
          {t('checklists.missedMore', { count: missed.length - SHOWN_COUNT })}
        </p>
      )}
    </Panel>
  );
}
