import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Lightbulb } from 'lucide-react';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { templateOf } from '#shared/plan/outcome-templates';
import { statementHints } from '#shared/plan/statement-hint';
import { proposeResult } from '#shared/plan/statement-proposal';
import type { Proposal } from '#shared/plan/statement-proposal';
import { withTemplate } from '#shared/plan/template-draft';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './statement-field.module.css';
import { TemplatePicker } from './template-picker.tsx';
import { templateWords } from './template-words.ts';
import type { FilledWords } from './template-words.ts';

interface StatementFieldProps {
  readonly draft: OutcomeDraft;
  readonly error: string | undefined;
  readonly currency: string;
  readonly moneyDigits: number;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<OutcomeDraft>) => void;
  readonly onReplace: (draft: OutcomeDraft) => void;
}

/** A template that was taken: what it stood for, and what stands around its blank. */
interface Taken {
  readonly before: OutcomeDraft;
  readonly after: OutcomeDraft;
  readonly frame: readonly [ahead: string, behind: string];
}

/** How many things are said about a sentence at once. */
const HINT_LIMIT = 2;

/**
 * The result in a sentence, read as it is typed. What reads like an activity gets a result to take in
 * its place with Enter; hints are no refusal.
 */
export function StatementField(props: StatementFieldProps) {
  const { draft, error, currency, moneyDigits, isNew, onChange, onReplace } = props;
  const control = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const proposal = proposeResult(draft.statement, draft.family);
  const isTaken = taken !== null && taken.after === draft;

  const take = (template: Proposal['template'], things: Proposal['things'] | null) => {
    const words = templateWords(templateOf(template), things, currency);
    const after = withTemplate(draft, templateOf(template), words, moneyDigits);
    flushSync(() => {
      onReplace(after);
      setTaken({ before: draft, after, frame: frameOf(words) });
    });
    control.current?.focus();
    control.current?.setSelectionRange(...words.blank);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A sentence has no second line: Enter is free to take what is proposed.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    if (proposal) take(proposal.template, proposal.things);
  };

  return (
    <div className={css['statement']}>
      {isNew && <TemplatePicker currency={currency} onPick={(template) => take(template, null)} />}
      <TextField
        label={t('outcomes.editor.statement')}
        description={t('outcomes.editor.statementHint')}
        placeholder={t('outcomes.editor.statementPlaceholder')}
        value={draft.statement}
        error={error}
        onChange={(typed) => {
          const statement = typed.replaceAll(/\s*\n\s*/g, ' ');
          onChange({ statement, ...unitFollowing(statement, draft, taken) });
        }}
        onKeyDown={onKeyDown}
        multiline
        rows={2}
        maxLength={300}
        autoFocus={isNew}
        ref={control}
      />
      <div role="status" className={css['reading']}>
        <Hints statement={draft.statement} />
        {proposal && (
          <ProposedResult
            words={
              templateWords(templateOf(proposal.template), proposal.things, currency).statement
            }
            onTake={() => take(proposal.template, proposal.things)}
          />
        )}
        {isTaken && (
          <p className={css['taken']}>
            {t('outcomes.hint.taken')}
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                onReplace(taken.before);
                control.current?.focus();
              }}
            >
              {t('outcomes.hint.putBack')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

const frameOf = ({ statement, blank: [from, to] }: FilledWords): Taken['frame'] => [
  statement.slice(0, from),
  statement.slice(to),
];

/** While the blank of a template is filled in, the unit is what is typed there, unless it was said otherwise. */
function unitFollowing(
  statement: string,
  { statement: before, unit }: OutcomeDraft,
  taken: Taken | null,
): Partial<OutcomeDraft> {
  if (!taken) return {};
  const [ahead, behind] = taken.frame;
  const blankOf = (text: string): string | null =>
    text.length >= ahead.length + behind.length && text.startsWith(ahead) && text.endsWith(behind)
      ? text.slice(ahead.length, text.length - behind.length).trim()
      : null;
  const blank = blankOf(statement);
  return blank !== null && blankOf(before) === unit ? { unit: blank } : {};
}

function Hints({ statement }: { readonly statement: string }) {
  const hints = statementHints(statement).slice(0, HINT_LIMIT);
  if (statement.trim() !== '' && hints.length === 0) {
    return <p className={css['well']}>{t('outcomes.hint.well')}</p>;
  }
  return hints.map((hint) => (
    <p key={hint.kind} className={css['hint']}>
      <Lightbulb size={15} aria-hidden />
      {t(`outcomes.hint.${hint.kind}`, { word: 'word' in hint ? hint.word : '' })}
    </p>
  ));
}

function ProposedResult({
  words,
  onTake,
}: {
  readonly words: string;
  readonly onTake: () => void;
}) {
  return (
    <div className={css['proposal']}>
      <p className={css['proposalLabel']}>{t('outcomes.hint.proposal')}</p>
      <p className={css['proposed']}>{words}</p>
      <div className={css['take']}>
        <Button size="sm" variant="primary" shortcut="Enter" onClick={onTake}>
          {t('outcomes.hint.take')}
        </Button>
        <span className={css['takeHint']}>{t('outcomes.hint.takeHint')}</span>
      </div>
    </div>
  );
}
