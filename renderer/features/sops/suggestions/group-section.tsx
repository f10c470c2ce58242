import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { SopInsights } from '../insights/read-insights.ts';
import { StepFigureLine } from '../insights/step-figure-line.tsx';
import type { SuggestionGroup, SuggestionLine } from './group-suggestions.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import css from './suggestions-tab.module.css';

interface GroupSectionProps {
  readonly group: SuggestionGroup;
  /** From 1. */
  readonly stepNumber: number;
  /** Undefined until the runs have been read. */
  readonly insights: SopInsights | undefined;
  readonly nowMs: number;
  readonly nameOf: (memberId: string) => string;
  readonly chosenIds: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onAccept: (line: SuggestionLine) => void;
  readonly onDecline: (line: SuggestionLine) => void;
}

/** A step with its figures, and what waits to be decided about it. */
export function GroupSection({
  group,
  stepNumber,
  insights,
  nowMs,
  nameOf,
  chosenIds,
  onToggle,
  onAccept,
  onDecline,
}: GroupSectionProps) {
  return (
    <section className={css['group']}>
      <GroupHead group={group} stepNumber={stepNumber} insights={insights} />
      <ul>
        {group.lines.map((line) => {
          const { id, memberId } = line.suggestion;
          const name = nameOf(memberId);
          return (
            <SuggestionCard
              key={id}
              line={line}
              name={name}
              nowMs={nowMs}
              choice={
                <Checkbox
                  label={t('sopInsights.tab.select', { name })}
                  isLabelHidden
                  checked={chosenIds.has(id)}
                  onChange={() => onToggle(id)}
                />
              }
            >
              <div className={css['acts']}>
                <Button
                  size="sm"
                  aria-label={t('sopInsights.tab.acceptOf', { name })}
                  onClick={() => onAccept(line)}
                >
                  {t('sopInsights.tab.accept')}
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t('sopInsights.tab.declineOf', { name })}
                  onClick={() => onDecline(line)}
                >
                  {t('sopInsights.tab.decline')}
                </Button>
              </div>
            </SuggestionCard>
          );
        })}
      </ul>
    </section>
  );
}

/** The step, and what its runs say in the version that was read. */
function GroupHead({
  group: { step, isGone, lines },
  stepNumber,
  insights,
}: Pick<GroupSectionProps, 'group' | 'stepNumber' | 'insights'>) {
  const version = lines[0]?.readIn;
  const figures = insights?.versions
    .find((each) => each.version.id === version?.id)
    ?.steps.find((each) => each.step.id === step?.id);
  return (
    <header className={css['groupHead']}>
      <h3 className={css['groupTitle']}>
        {step
          ? `${stepNumber}. ${step.title}`
          : t(isGone ? 'sopInsights.tab.gone' : 'sopInsights.tab.whole')}
      </h3>
      {step && version && insights && <StepFigureLine number={version.number} figures={figures} />}
    </header>
  );
}
