import { instantText } from '../../../app/parts/assign/instant-words.ts';
import type { RunEntry } from '../../../data/runs.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import css from './schedules.module.css';

interface PastTurnsProps {
  readonly runs: readonly RunEntry[];
  readonly zone: string;
}

const SHOWN_COUNT = 6;

/** The last times of a schedule, latest first: what was done, and what was missed and why. */
export function PastTurns({ runs, zone }: PastTurnsProps) {
  const turns = runs.toSorted((a, b) => (b.scheduledAtMs ?? 0) - (a.scheduledAtMs ?? 0));
  if (turns.length === 0) return <p className={css['faint']}>{t('schedules.noPast')}</p>;
  const done = turns.filter(({ finishedAtMs }) => finishedAtMs !== null).length;
  return (
    <section className={css['past']} aria-label={t('schedules.past')}>
      <p className={css['legend']}>
        {t('schedules.past')}{' '}
        <span className={css['faint']}>{t('schedules.share', { done, count: turns.length })}</span>
      </p>
      <ul className={css['turns']}>
        {turns.slice(0, SHOWN_COUNT).map((run) => (
          <Turn key={run.id} run={run} zone={zone} />
        ))}
      </ul>
      {turns.length > SHOWN_COUNT && (
        <p className={css['faint']}>{t('schedules.more', { count: turns.length - SHOWN_COUNT })}</p>
      )}
    </section>
  );
}

function Turn({ run, zone }: { readonly run: RunEntry; readonly zone: string }) {
  const when = instantText(run.scheduledAtMs ?? run.startedAtMs, zone);
  const wasBegun = run.startedAtMs > 0;
  return (
    <li className={css['turn']}>
      {wasBegun ? (
        <button
          type="button"
          className={css['link']}
          onClick={() => go('run', { memberId: run.memberId, runId: run.id })}
        >
          {when}
        </button>
      ) : (
        <span>{when}</span>
      )}
      {run.missedAtMs === null ? (
        <Badge tone={toneOf(run)}>{t(`schedules.state.${stateOf(run)}`)}</Badge>
      ) : (
        <span className={css['missed']}>{missedText(run)}</span>
      )}
    </li>
  );
}

type TurnState = 'finished' | 'abandoned' | 'handed' | 'open' | 'late' | 'due';

function stateOf(run: RunEntry): TurnState {
  if (run.finishedAtMs !== null) return 'finished';
  if (run.abandonedAtMs !== null) return 'abandoned';
  if (run.handedAtMs !== null) return 'handed';
  if (run.startedAtMs > 0) return 'open';
  return run.dueAtMs !== null && run.dueAtMs < now() ? 'late' : 'due';
}

function toneOf(run: RunEntry): 'good' | 'warn' | 'neutral' {
  const state = stateOf(run);
  if (state === 'finished') return 'good';
  return state === 'late' ? 'warn' : 'neutral';
}

/** Why nobody ran it; what the member said of one that they left out is said too. */
function missedText({ missedReason, abandonReason }: RunEntry): string {
  if (missedReason === 'skipped' && abandonReason !== '') {
    return t('schedules.missed.skippedWhy', { reason: abandonReason });
  }
  return t(`schedules.missed.${missedReason ?? 'notStarted'}`);
}
