import { useState } from 'react';
import type { SuggestionDecision } from '#shared/sops/suggestion';
import { suggestionState } from '#shared/sops/suggestion';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { SuggestionLine } from './group-suggestions.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import css from './suggestions-tab.module.css';

interface DecidedListProps {
  readonly plan: Plan;
  readonly lines: readonly SuggestionLine[];
  readonly nowMs: number;
  readonly onAccept: (line: SuggestionLine) => void;
  readonly onDecline: (line: SuggestionLine) => void;
}

/** What is shown until one asks for all. */
const LATEST_COUNT = 5;

/** What was decided, by whom and why; also what somebody else had decided before. */
export function DecidedList({ plan, lines, nowMs, onAccept, onDecline }: DecidedListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, LATEST_COUNT);
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? id;
  const before = ({ verdict, byId, atMs, reason }: SuggestionDecision): string =>
    t(
      verdict === 'declined'
        ? 'sopInsights.mine.declinedEarlier'
        : 'sopInsights.mine.acceptedEarlier',
      {
        name: nameOf(byId),
        when: formatAgo(atMs, nowMs),
        reason,
      },
    );
  return (
    <section className={css['group']}>
      <h3 className={css['groupTitle']}>{t('sopInsights.tab.decided')}</h3>
      <ul>
        {shown.map((line) => {
          const { suggestion } = line;
          const { decision, publishedIn, earlier } = suggestion;
          const state = suggestionState(suggestion);
          return (
            <SuggestionCard
              key={suggestion.id}
              line={line}
              name={nameOf(suggestion.memberId)}
              nowMs={nowMs}
            >
              <div className={css['decision']}>
                <Badge tone={state === 'declined' ? 'neutral' : 'good'}>
                  {t(`sopInsights.mine.state.${state}`, { number: publishedIn ?? 0 })}
                </Badge>
                {decision && (
                  <span className={css['meta']}>
                    {t('sopInsights.tab.by', {
                      name: nameOf(decision.byId),
                      when: formatAgo(decision.atMs, nowMs),
                    })}
                    {decision.reason !== '' &&
                      ` · ${t('sopInsights.mine.reason', { reason: decision.reason })}`}
                  </span>
                )}
                {publishedIn === null && (
                  <Menu
                    align="end"
                    trigger={
                      <Button size="sm" variant="quiet">
                        {t('sopInsights.tab.decideAnew')}
                      </Button>
                    }
                    items={[
                      {
                        key: 'accept',
                        label: t('sopInsights.tab.accept'),
                        onSelect: () => onAccept(line),
                      },
                      {
                        key: 'decline',
                        label: t('sopInsights.tab.decline'),
                        onSelect: () => onDecline(line),
                      },
                    ]}
                  />
                )}
              </div>
              {earlier.map((each) => (
                <p key={`${each.byId} ${each.atMs}`} className={css['earlier']}>
                  {before(each)}
                </p>
              ))}
            </SuggestionCard>
          );
        })}
      </ul>
      {shown.length < lines.length && (
        <Button size="sm" variant="quiet" onClick={() => setIsWhole(true)}>
          {t('sopInsights.mine.showOlder', { count: lines.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
