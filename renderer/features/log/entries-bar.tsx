import { X } from 'lucide-react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Option } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './entries-view.module.css';
import type { EntriesQuery, StageChoice } from './entries-params.ts';

interface EntriesBarProps {
  readonly plan: Plan;
  /** Whose entries can be here: nobody chooses among one. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly query: EntriesQuery;
  readonly text: string;
  readonly onChange: (change: Partial<EntriesQuery>) => void;
  readonly onText: (text: string) => void;
}

const STAGES: readonly StageChoice[] = ['all', 'open', 'completed'];

/** What the list is limited to. */
export function EntriesBar({ plan, members, query, text, onChange, onText }: EntriesBarProps) {
  return (
    <search className={css['bar']}>
      <div className={css['find']}>
        <TextField
          label={t('log.list.find')}
          isLabelHidden
          type="search"
          placeholder={t('log.list.findHint')}
          value={text}
          onChange={onText}
        />
      </div>
      {members.length > 1 && (
        <div className={css['choice']}>
          <Combobox
            label={t('log.list.member')}
            isLabelHidden
            placeholder={t('log.list.everybody')}
            value={valueOf(query.memberIds)}
            options={withSeveral(query.memberIds, members)}
            onChange={(value) => onChange({ memberIds: idsOf(value) })}
          />
        </div>
      )}
      <div className={css['choice']}>
        <Combobox
          label={t('log.list.outcome')}
          isLabelHidden
          placeholder={t('log.list.everyOutcome')}
          value={valueOf(query.outcomeIds)}
          options={withSeveral(query.outcomeIds, plan.outcomes)}
          onChange={(value) => onChange({ outcomeIds: idsOf(value) })}
        />
      </div>
      <div className={css['days']}>
        <TextField
          label={t('log.list.from')}
          isLabelHidden
          type="date"
          value={query.from}
          onChange={(from) => onChange({ from })}
        />
        <span aria-hidden>–</span>
        <TextField
          label={t('log.list.to')}
          isLabelHidden
          type="date"
          value={query.to}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <Segmented
        label={t('log.list.stage')}
        value={query.stage}
        options={STAGES.map((value) => ({ value, label: t(`log.list.stages.${value}`) }))}
        onChange={(stage) => onChange({ stage, standing: null })}
      />
      {query.standing && (
        <Chip
          label={t(`log.list.standings.${query.standing}`)}
          onRemove={() => onChange({ standing: null })}
        />
      )}
      {query.daysBy === 'client' && (
        <Chip label={t('log.list.clientDays')} onRemove={() => onChange({ daysBy: 'member' })} />
      )}
      {query.importId !== '' && (
        <Chip label={t('log.list.imported')} onRemove={() => onChange({ importId: '' })} />
      )}
      {query.isReopened && (
        <Chip label={t('log.list.reopened')} onRemove={() => onChange({ isReopened: false })} />
      )}
      {query.isReworked && (
        <Chip label={t('log.list.reworked')} onRemove={() => onChange({ isReworked: false })} />
      )}
      {query.isLate && (
        <Chip label={t('log.list.late')} onRemove={() => onChange({ isLate: false })} />
      )}
      {query.isOdd && (
        <Chip label={t('attention.odd.filter')} onRemove={() => onChange({ isOdd: false })} />
      )}
    </search>
  );
}

/** Several together, as a figure of a group opens them, are one choice beside the single ones. */
function withSeveral(
  ids: readonly string[],
  all: readonly { readonly id: string; readonly name: string }[],
): readonly Option[] {
  const single = all.map(({ id, name }) => ({ value: id, label: name }));
  if (ids.length < 2) return single;
  const names = all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const label = t('log.list.several', { count: ids.length });
  return [{ value: ids.join(), label, hint: names.join(', ') }, ...single];
}

const valueOf = (ids: readonly string[]): string | null => (ids.length > 0 ? ids.join() : null);

const idsOf = (value: string | null): readonly string[] =>
  value === null ? [] : value.split(',').filter(Boolean);

function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Button
      size="sm"
      icon={<X aria-hidden />}
      aria-label={t('log.list.removeFilter', { label })}
      onClick={onRemove}
    >
      {label}
    </Button>
  );
}
