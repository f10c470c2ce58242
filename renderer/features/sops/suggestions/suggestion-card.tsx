import type { ReactNode } from 'react';
import { withProposal } from '#shared/sops/suggestion';
import { StepChanges } from '../../../app/parts/suggestions/step-changes.tsx';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { SuggestionLine } from './group-suggestions.ts';
import css from './suggestions-tab.module.css';

interface SuggestionCardProps {
  readonly line: SuggestionLine;
  readonly name: string;
  readonly nowMs: number;
  /** What it is chosen by, before everything else. */
  readonly choice?: ReactNode;
  readonly children?: ReactNode;
}

/** What somebody suggested: in their words, and what it would change. */
export function SuggestionCard({ line, name, nowMs, choice, children }: SuggestionCardProps) {
  const { suggestion, standing, words, readIn } = line;
  // What was accepted has changed the step itself.
  const isWaiting = suggestion.decision === null;
  return (
    <li className={css['card']}>
      {choice}
      <div className={css['said']}>
        <p className={css['head']}>
          <Badge>{t(`sopInsights.kind.${suggestion.kind}`)}</Badge>
          <strong className={css['name']}>{name}</strong>
          <span className={css['meta']}>
            {formatAgo(suggestion.atMs, nowMs)}
            {readIn && `, ${t('sopInsights.tab.readIn', { number: readIn.number })}`}
          </span>
          {isWaiting && standing === 'changed' && (
            <Badge tone="warn">{t('sopInsights.tab.changedSince')}</Badge>
          )}
          {isWaiting && standing === 'gone' && (
            <Badge tone="warn">{t('sopInsights.tab.goneSince')}</Badge>
          )}
        </p>
        {suggestion.text !== '' && <p className={css['text']}>{suggestion.text}</p>}
        {words && <StepChanges before={words} after={withProposal(words, suggestion)} />}
        {children}
      </div>
    </li>
  );
}
