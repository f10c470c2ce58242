import { ArrowLeft } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { minorDigits } from '#shared/deliverables/log-line-amounts';
import type { DayKey } from '#shared/day';
import { draftProblems } from '#shared/plan/draft-problems';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';
import { TranslateButton } from '../../app/parts/translations/translate-button.tsx';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { addOutcome, editOutcome } from '../../services/plan.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.ts';
import type { EditorFieldsProps } from './editor-fields.ts';
import { HeadFields } from './head-fields.tsx';
import { MeasureList } from './measure-list.tsx';
import css from './outcome-editor.module.css';
import { OutcomeReads } from './outcome-reads.tsx';
import { PeopleFields } from './people-fields.tsx';
import { problemAt } from './problem-words.ts';
import { PromiseFields } from './promise-fields.tsx';
import { PurposeFields } from './purpose-fields.tsx';
import { StatementField } from './statement-field.tsx';
import { useOutcomeDraft } from './use-outcome-draft.ts';
import { useSaveKey } from './use-save-key.ts';

interface OutcomeEditorProps {
  readonly plan: Plan;
  /** Null for a new one. */
  readonly outcome: Outcome | null;
  /** What a new one begins with. */
  readonly given: Partial<OutcomeDraft>;
  readonly today: DayKey;
  /** Somebody came to say how it is judged. */
  readonly isAtMeasures: boolean;
  readonly onDone: () => void;
}

const NO_PROBLEMS: EditorFieldsProps['problems'] = new Map();

/** An outcome as a page that steers to a result. What is wrong is said at its field, once it was tried. */
export function OutcomeEditor(props: OutcomeEditorProps) {
  const { plan, outcome, given, today, isAtMeasures, onDone } = props;
  const currency = plan.workspace?.currency ?? 'USD';
  const moneyDigits = minorDigits(currency);
  const editing = useOutcomeDraft(outcome, { today, moneyDigits }, given);
  const { draft, before, isChanged, change, replace, discard } = editing;
  // What is typed is drawn first, how it reads when there is time.
  const read = useDeferredValue(draft);
  const form = useRef<HTMLFormElement>(null);
  const isNew = outcome === null;
  // What is stored can be faulty from the start: it is said at once.
  const [wasTried, setWasTried] = useState(!isNew);
  const [isSaving, setIsSaving] = useState(false);
  useEffect(() => {
    // That nobody owns it keeps nobody from saving; of one that is there it is said and gone to all the same.
    if (focusWrong(form.current)) return;
    if (isAtMeasures) focusMeasures(form.current);
    else if (!isNew) focusMissing(form.current);
  }, [isNew, isAtMeasures]);
  const otherNames = plan.outcomes
    .filter((other) => other.id !== outcome?.id && !other.isArchived)
    .map((other) => other.name);
  const problems = wasTried
    ? draftProblems(draft, { ...plan, otherNames, moneyDigits })
    : NO_PROBLEMS;

  const save = async () => {
    // Drawn at once, so that the first field that is wrong can be gone to.
    flushSync(() => setWasTried(true));
    if (draftProblems(draft, { ...plan, otherNames, moneyDigits }).size > 0) {
      focusWrong(form.current);
      return;
    }
    // Its key can be pressed when nothing is there to save.
    if (isSaving || (!isNew && !isChanged)) return;
    setIsSaving(true);
    const terms = { moneyDigits, clients: plan.clients };
    const saved = isNew
      ? await addOutcome(draft, terms)
      : await editOutcome(outcome.id, before, draft, terms);
    setIsSaving(false);
    if (!announceSaved(t('outcomes.saved', { name: draft.name.trim() }), saved)) return;
    discard();
    onDone();
  };
  useSaveKey(save);
  const changeMeasures = useCallback(
    (measures: OutcomeDraft['measures']) => change({ measures }),
    [change],
  );
  const throwAway = () => {
    discard();
    setWasTried(!isNew);
    showToast({
      title: t('outcomes.page.discarded'),
      action: { label: t('outcomes.page.bringBack'), onSelect: () => replace(draft) },
    });
    if (isNew) onDone();
  };
  const parts = { draft, plan, problems, today, isNew, onChange: change };
  const terms = { currency, moneyDigits };
  return (
    <Page
      title={isNew ? t('outcomes.page.new') : outcome.name}
      subtitle={
        <span className={css['subtitle']}>
          <Button
            size="sm"
            variant="quiet"
            icon={<ArrowLeft size={14} aria-hidden />}
            onClick={() => go('outcomes')}
          >
            {t('outcomes.page.back')}
          </Button>
          <span
            role="status"
            className={css['state']}
            data-tone={problems.size > 0 ? 'bad' : undefined}
          >
            {problems.size > 0
              ? t('outcomes.page.problems', { count: problems.size })
              : isChanged
                ? t('outcomes.page.changed')
                : t('outcomes.page.unchanged')}
          </span>
        </span>
      }
      actions={
        <>
          {!isNew && (
            <TranslateButton item={{ type: 'outcome', id: outcome.id, name: outcome.name }} />
          )}
          {isChanged && (
            <Button variant="quiet" onClick={throwAway}>
              {t('outcomes.page.discard')}
            </Button>
          )}
          <Button
            variant="primary"
            shortcut="Ctrl+S"
            isBusy={isSaving}
            isDisabled={!isNew && !isChanged}
            onClick={() => void save()}
          >
            {isNew ? t('outcomes.editor.create') : t('outcomes.editor.save')}
          </Button>
        </>
      }
    >
      <div className={css['columns']}>
        <form ref={form} className={css['form']} onSubmit={(event) => event.preventDefault()}>
          <Panel title={t('outcomes.editor.result')}>
            <div className={css['stack']}>
              <StatementField
                {...terms}
                draft={draft}
                isNew={isNew}
                error={problemAt(problems, 'statement')}
                onChange={change}
                onReplace={replace}
              />
              <HeadFields {...parts} />
            </div>
          </Panel>
          <Panel title={t('outcomes.editor.judged')}>
            <p className={css['hint']}>{t('outcomes.editor.judgedHint')}</p>
            <MeasureList
              {...terms}
              measures={draft.measures}
              unit={draft.unit}
              problems={problems}
              onChange={changeMeasures}
            />
          </Panel>
          <Panel title={t('outcomes.promise.title')}>
            <p className={css['hint']}>{t('outcomes.promise.hint')}</p>
            <PromiseFields {...parts} />
          </Panel>
          <Panel title={t('outcomes.editor.people')}>
            <PeopleFields {...parts} />
          </Panel>
          <Panel title={t('outcomes.editor.purpose')}>
            <PurposeFields {...parts} />
          </Panel>
        </form>
        <aside className={css['side']}>
          <OutcomeReads {...terms} draft={read} plan={plan} />
        </aside>
      </div>
    </Page>
  );
}

/** Goes to the first field that is wrong, and tells whether there is one. A select says so by its frame alone. */
const focusWrong = (form: HTMLElement | null): boolean =>
  focusFirst(form, '[aria-invalid="true"], button[data-invalid]');

const focusMissing = (form: HTMLElement | null): boolean =>
  focusFirst(form, '[data-missing] button');

/** The first target, or the way to a measure where there is none. */
const focusMeasures = (form: HTMLElement | null): boolean =>
  focusFirst(form, '[data-target] input') || focusFirst(form, '[data-add-measure]');

function focusFirst(form: HTMLElement | null, selector: string): boolean {
  const field = form?.querySelector<HTMLElement>(selector);
  field?.focus();
  return field !== null && field !== undefined;
}
