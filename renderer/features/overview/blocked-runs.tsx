import { openHold } from '#shared/sops/run';
import type { Run } from '#shared/sops/run';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { openRunsOfAll } from '../../data/runs.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ageWords } from './figure-words.ts';
import css from './work-panel.module.css';

interface BlockedRunsProps {
  readonly plan: Plan;
  readonly nowMs: number;
}

/** Checklists that cannot go on, the longest-standing first: whose, why, and what would end it. Nothing where all go on. */
export function BlockedRuns({ plan, nowMs }: BlockedRunsProps) {
  const runs = useLive(blockedRuns, []);
  if (!runs || runs.length === 0) return null;
  return (
    <Panel title={t('overview.blockedRuns')} note={String(runs.length)}>
      <ul className={css['list']}>
        {runs.map((run) => (
          <BlockedRun key={run.id} run={run} plan={plan} nowMs={nowMs} />
        ))}
      </ul>
    </Panel>
  );
}

function BlockedRun({ run, plan, nowMs }: BlockedRunsProps & { readonly run: Run }) {
  const hold = openHold(run);
  if (!hold) return null;
  const { on, whoId, reason, wanted, fromMs } = hold;
  const title = plan.sopById.get(run.sopId)?.title ?? '';
  return (
    <li>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its own lines name it */}
      <button
        type="button"
        className={css['item']}
        data-tooltip={t('overview.openRun', { title })}
        onClick={() => go('run', { runId: run.id, memberId: run.memberId })}
      >
        <span className={css['line']}>
          <span className={css['title']}>{title}</span>
          <span className={css['age']}>{ageWords(nowMs - fromMs)}</span>
        </span>
        <span className={css['line']}>
          <span className={css['about']}>
            {plan.memberById.get(run.memberId)?.name}
            {' · '}
            {[reason, wanted].filter(Boolean).join(' · ')}
          </span>
          <Badge tone={on === 'manager' ? 'bad' : 'warn'}>
            {plan.memberById.get(whoId)?.name ?? t(`overview.work.on.${on}`)}
          </Badge>
        </span>
      </button>
    </li>
  );
}

async function blockedRuns(): Promise<readonly Run[]> {
  return (await openRunsOfAll())
    .filter((run) => openHold(run)?.kind === 'blocked')
    .toSorted((a, b) => (openHold(a)?.fromMs ?? 0) - (openHold(b)?.fromMs ?? 0));
}
