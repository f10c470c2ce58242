import { useState } from 'react';
import { suggestionState } from '#shared/sops/suggestion';
import type { SuggestionState } from '#shared/sops/suggestion';
import { withProposal } from '#shared/sops/suggestion';
import type { Step } from '#shared/sops/step';
import { planWords } from '../../../app/parts/sop-words/plan-words.ts';
import { SaveMark } from '../../../app/parts/save-mark.tsx';
import { StepChanges } from '../../../app/parts/suggestions/step-changes.tsx';
import type { SuggestionEntry } from '../../../data/about-sops.ts';
import { suggestionsBy } from '../../../data/about-sops.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { sopVersion } from '../../../data/sops.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { withdrawSuggestion } from '../../../services/suggestions.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from './my-suggestions.module.css';

const TONES: Readonly<Record<SuggestionState, Tone>> = {
  waiting: 'neutral',
  accepted: 'accent',
  published: 'good',
  declined: 'warn',
};

/** What is shown until one asks for all: those that wait, and the latest others. */
const LATEST_COUNT = 3;

interface MySuggestionsProps {
  readonly plan: Plan;
  readonly memberId: string;
  readonly nowMs: number;
}

/** What became of what one suggested; nothing where one never did. */
export function MySuggestions({ plan, memberId, nowMs }: MySuggestionsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = useLive(() => readLines(memberId), [memberId]);
  if (!lines || lines.length === 0) return null;
  const waiting = lines.filter(({ suggestion }) => suggestion.decision === null);
  const others = lines.filter(({ suggestion }) => suggestion.decision !== null);
  const shown = [...waiting, ...(isWhole ? others : others.slice(0, LATEST_COUNT))];
  return (
    <Panel
      title={t('sopInsights.mine.title')}
      note={waiting.length > 0 ? t('sopInsights.mine.note', { count: waiting.length }) : undefined}
    >
      <ul className={css['list']}>
        {shown.map((line) => (
          <SuggestionLine key={line.suggestion.id} line={line} plan={plan} nowMs={nowMs} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="sm" variant="quiet" onClick={() => setIsWhole(true)}>
          {t('sopInsights.mine.showOlder', { count: lines.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

interface Line {
  readonly suggestion: SuggestionEntry;
  /** The step as it was read; null where it is about the whole SOP or is not here. */
  readonly step: Step | null;
}

async function readLines(memberId: string): Promise<readonly Line[]> {
  const all = await suggestionsBy(memberId);
  const versionIds = [...new Set(all.map(({ versionId }) => versionId))];
  const versions = new Map(
    await Promise.all(versionIds.map(async (id) => [id, await sopVersion(id)] as const)),
  );
  return all.map((suggestion) => ({
    suggestion,
    step:
      versions.get(suggestion.versionId)?.steps.find(({ id }) => id === suggestion.stepId) ?? null,
  }));
}

interface SuggestionLineProps {
  readonly line: Line;
  readonly plan: Plan;
  readonly nowMs: number;
}

function SuggestionLine({ line: { suggestion, step }, plan, nowMs }: SuggestionLineProps) {
  const state = suggestionState(suggestion);
  const sop = plan.sopById.get(suggestion.sopId)?.title ?? t('sopInsights.mine.goneSop');
  const about =
    (step && planWords(plan, suggestion.sopId).step(step).title) ??
    t(suggestion.stepId === '' ? 'sopInsights.suggest.whole' : 'sopInsights.mine.goneStep');

  async function withdraw(): Promise<void> {
    announceSaved(t('sopInsights.mine.withdrawn'), await withdrawSuggestion(suggestion));
  }

  return (
    <li className={css['line']}>
      <div className={css['head']}>
        <Badge tone={TONES[state]}>
          {t(`sopInsights.mine.state.${state}`, { number: suggestion.publishedIn ?? 0 })}
        </Badge>
        <span className={css['about']}>
          {sop} · {about}
        </span>
        <span className={css['meta']}>
          {t(`sopInsights.kind.${suggestion.kind}`)}, {formatAgo(suggestion.atMs, nowMs)}
        </span>
        <SaveMark of={suggestion} />
        {state === 'waiting' && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={t('sopInsights.mine.withdrawOf', { title: about })}
            onClick={() => void withdraw()}
          >
            {t('sopInsights.mine.withdraw')}
          </Button>
        )}
      </div>
      {suggestion.text !== '' && <p className={css['text']}>{suggestion.text}</p>}
      {step && <StepChanges before={step} after={withProposal(step, suggestion)} />}
      <Reply suggestion={suggestion} plan={plan} />
    </li>
  );
}

/** What a manager said of it. */
function Reply({
  suggestion,
  plan,
}: Pick<SuggestionLineProps, 'plan'> & { readonly suggestion: SuggestionEntry }) {
  const { decision, publishedIn } = suggestion;
  if (!decision) return null;
  const name = plan.memberById.get(decision.byId)?.name ?? decision.byId;
  const said =
    decision.verdict === 'declined'
      ? t('sopInsights.mine.declined', { name, reason: decision.reason })
      : publishedIn === null
        ? t('sopInsights.mine.accepted', { name })
        : t('sopInsights.mine.thanks', { number: publishedIn });
  return (
    <p className={css['reply']} data-verdict={decision.verdict}>
      {said}
      {decision.verdict === 'accepted' && decision.reason !== '' && (
        <> {t('sopInsights.mine.reason', { reason: decision.reason })}</>
      )}
    </p>
  );
}
