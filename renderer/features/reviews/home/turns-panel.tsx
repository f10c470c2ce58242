import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import type { ReviewRef } from '#shared/cadence/review';
import { weekOf } from '../review-days.ts';
import type { DayKey } from '#shared/day';
import type { Plan } from '../../../data/plan.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { paramsOf } from '../review-params.ts';
import { daysWords, reviewWords, whoseWords } from '../review-words.ts';
import css from './home.module.css';
import type { CadenceTurns, TurnNow } from './use-turns.ts';

interface TurnsPanelProps {
  readonly plan: Plan;
  readonly turns: readonly CadenceTurns[];
  readonly zone: string;
  readonly today: DayKey;
}

/** What is to be held now, and what comes next. */
export function TurnsPanel({ plan, turns, zone, today }: TurnsPanelProps) {
  const due = turns.filter((each) => each.due.some(({ state }) => state === 'due'));
  if (turns.length === 0) return <Unscheduled today={today} />;
  return (
    <Panel title={t('reviews.home.now')}>
      {due.length === 0 && <p className={css['none']}>{t('reviews.home.nowNone')}</p>}
      <ul>
        {due.map((each, at) => (
          <DueTurns key={each.cadence.id} plan={plan} turns={each} zone={zone} isFirst={at === 0} />
        ))}
        {turns.flatMap(({ cadence, next }) =>
          next ? (
            <li key={cadence.id} className={css['turn']}>
              <span className={css['coming']}>
                {t(`reviews.kind.${next.ref.kind}`)}
                {`, ${cadence.name || whoseWords({ ...next.ref, memberId: '' }, plan)}`}
              </span>
              <span className={css['when']}>
                {t('reviews.home.coming', { when: formatDateTime(next.atMs, zone) })}
              </span>
              {next.ref.kind === 'weekly' && (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t('reviews.home.prepareOf', { what: reviewWords(next.ref, plan) })}
                  onClick={() => go('reviews', paramsOf(next.ref))}
                >
                  {t('reviews.home.prepare')}
                </Button>
              )}
            </li>
          ) : (
            []
          ),
        )}
      </ul>
    </Panel>
  );
}

/** So many members of a month are named at once. */
const NAMED_AT_ONCE = 6;

function DueTurns({
  plan,
  turns,
  zone,
  isFirst,
}: {
  readonly plan: Plan;
  readonly turns: CadenceTurns;
  readonly zone: string;
  readonly isFirst: boolean;
}) {
  const [isLong, setIsLong] = useState(false);
  const unheld = turns.due.filter(({ state }) => state === 'due');
  const shown = isLong ? unheld : unheld.slice(0, NAMED_AT_ONCE);
  const first = turns.due[0];
  return (
    <>
      {turns.due.length > 1 && first && (
        <li className={css['turn']}>
          <span className={css['due']}>
            {`${t(`reviews.kind.${first.ref.kind}`)}, ${daysWords(first.ref)}`}
          </span>
          <span className={css['when']}>
            {t('reviews.home.heldOf', {
              held: turns.due.length - unheld.length,
              count: turns.due.length,
            })}
          </span>
        </li>
      )}
      {shown.map((turn) => (
        <DueTurn
          key={turn.id}
          plan={plan}
          turn={turn}
          zone={zone}
          isFirst={isFirst && turn === shown[0]}
          isOfMany={turns.due.length > 1}
        />
      ))}
      {shown.length < unheld.length && (
        <li>
          <Button size="sm" variant="quiet" onClick={() => setIsLong(true)}>
            {t('reviews.home.showAll', { count: unheld.length })}
          </Button>
        </li>
      )}
    </>
  );
}

function DueTurn({
  plan,
  turn,
  zone,
  isFirst,
  isOfMany,
}: {
  readonly plan: Plan;
  readonly turn: TurnNow;
  readonly zone: string;
  /** The one to take up: of many there is one way on. */
  readonly isFirst: boolean;
  /** It stands below the line that says which review of when all of them are. */
  readonly isOfMany: boolean;
}) {
  const what = reviewWords(turn.ref, plan);
  return (
    <li className={css['turn']} data-of-many={isOfMany || undefined}>
      {isOfMany ? (
        <span>{whoseWords(turn.ref, plan)}</span>
      ) : (
        <span className={css['due']}>
          {what}
          <span className={css['about']}>{daysWords(turn.ref)}</span>
        </span>
      )}
      <span className={css['when']}>
        {turn.isBegun && <Badge tone="accent">{t('reviews.home.begun')}</Badge>}{' '}
        {t('reviews.home.dueSince', { when: formatDateTime(turn.atMs, zone) })}
      </span>
      <Button
        size="sm"
        variant={isFirst ? 'primary' : 'secondary'}
        aria-label={t('reviews.home.holdOf', { what })}
        onClick={() => go('reviews', paramsOf(turn.ref))}
      >
        {t('reviews.home.hold')}
      </Button>
    </li>
  );
}

/** Nothing is scheduled: a review can be held all the same. */
function Unscheduled({ today }: { readonly today: DayKey }) {
  const ref: ReviewRef = { kind: 'weekly', cadenceId: '', memberId: '', ...weekOf(today) };
  return (
    <EmptyState
      icon={<MessagesSquare size={28} strokeWidth={1.5} aria-hidden />}
      title={t('reviews.home.unscheduled')}
      text={t('reviews.home.unscheduledText')}
      action={
        <Button onClick={() => go('reviews', paramsOf(ref))}>{t('reviews.home.holdWeek')}</Button>
      }
    />
  );
}
