import { Lightbulb } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { suggestions } from '../../../data/about-sops.ts';
import { sopStage } from '#shared/sops/review';
import { useLive } from '../../../data/live.ts';
import { t } from '../../../i18n/text.ts';
import { useNow } from '../../../state/use-now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useInsights } from '../insights/use-insights.ts';
import type { SopTabProps } from '../sop-tab.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { acceptInto } from './accept-suggestion.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { DecidedList } from './decided-list.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { GroupSection } from './group-section.tsx';
import { groupSuggestions, lineOf } from './group-suggestions.ts';
import type { SuggestionGroup, SuggestionLine } from './group-suggestions.ts';
import css from './suggestions-tab.module.css';
import { useFocusWhenFewer } from './use-focus-when-fewer.ts';

type Asked =
  | { readonly kind: 'accept'; readonly line: SuggestionLine }
  | { readonly kind: 'decline'; readonly lines: readonly SuggestionLine[] };

/** What the people who run it would change, step by step beside that step's figures; to be accepted or declined. */
export function SuggestionsTab({ plan, sop, versions, draft }: SopTabProps) {
  const nowMs = useNow();
  const all = useLive(() => suggestions(sop.id), [sop.id]);
  const insights = useInsights(sop.id, versions);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const waiting = useMemo(() => (all ?? []).filter(({ decision }) => decision === null), [all]);
  const groups = useMemo(() => groupSuggestions(waiting, sop, versions), [waiting, sop, versions]);
  const heir = useFocusWhenFewer<HTMLParagraphElement>(waiting.length);
  const decided = useMemo(
    () =>
      (all ?? [])
        .filter(({ decision }) => decision !== null)
        .map((each) => lineOf(each, sop, versions)),
    [all, sop, versions],
  );
  if (!all) return <LoadingState label={t('sopInsights.tab.loading')} />;
  if (all.length === 0) {
    return (
      <EmptyState
        icon={<Lightbulb aria-hidden />}
        title={t('sopInsights.tab.empty')}
        text={t('sopInsights.tab.emptyText')}
      />
    );
  }

  const chosen = waiting.filter(({ id }) => chosenIds.has(id));
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? id;
  const clear = (): void => setChosenIds(new Set());
  const isRead = sopStage(sop, versions[0] ?? null) === 'inReview';
  const accept = (line: SuggestionLine): void =>
    isRead ? tellInReview() : setAsked({ kind: 'accept', line });
  const toggle = (id: string): void =>
    setChosenIds((held) => (held.has(id) ? without(held, id) : new Set([...held, id])));

  return (
    <div className={css['tab']}>
      <p ref={heir} tabIndex={-1} className={css['count']}>
        {waiting.length === 0
          ? t('sopInsights.tab.noneWaiting')
          : t('sopInsights.tab.waiting', { count: waiting.length })}
      </p>
      {chosen.length > 0 && (
        <ChoiceBar
          chosen={chosen}
          draftSteps={draft.sop.draftSteps}
          onAccept={(steps) => {
            if (isRead) return tellInReview();
            const told = t('sopInsights.tab.acceptedAll', { count: chosen.length });
            void acceptInto(() => latest.current, { suggestions: chosen, steps, note: '', told });
            clear();
          }}
          onDecline={() =>
            setAsked({ kind: 'decline', lines: chosen.map((each) => lineOf(each, sop, versions)) })
          }
          onClear={clear}
        />
      )}
      {groups.map((group) => (
        <GroupSection
          key={group.key}
          group={group}
          stepNumber={placeOf(group, sop.draftSteps)}
          insights={insights}
          nowMs={nowMs}
          nameOf={nameOf}
          chosenIds={chosenIds}
          onToggle={toggle}
          onAccept={accept}
          onDecline={(line) => setAsked({ kind: 'decline', lines: [line] })}
        />
      ))}
      {decided.length > 0 && (
        <DecidedList
          plan={plan}
          lines={decided}
          nowMs={nowMs}
          onAccept={accept}
          onDecline={(line) => setAsked({ kind: 'decline', lines: [line] })}
        />
      )}
      {asked?.kind === 'accept' && (
        <AcceptDialog
          line={asked.line}
          name={nameOf(asked.line.suggestion.memberId)}
          readDraft={() => latest.current}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === 'decline' && (
        <DeclineDialog
          suggestions={asked.lines.map(({ suggestion }) => suggestion)}
          name={nameOf(asked.lines[0]?.suggestion.memberId ?? '')}
          onClose={() => setAsked(null)}
          onDone={clear}
        />
      )}
    </div>
  );
}

/** Nobody writes at a draft that somebody is reading. */
const tellInReview = (): void => {
  showToast({
    topic: 'draft-in-review',
    title: t('sopVersions.review.isRead'),
    text: t('sopVersions.review.isReadText'),
  });
};

const placeOf = ({ step }: SuggestionGroup, steps: readonly { readonly id: string }[]): number =>
  steps.findIndex(({ id }) => id === step?.id) + 1;

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));
