import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Need } from '#shared/deliverables/deliverable';
import type { Entry } from '../../../data/entry.ts';
import { openEntries } from '../../../data/deliverables.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import css from './assign.module.css';

interface NeedsPickerProps {
  readonly plan: Plan;
  readonly needs: readonly Need[];
  /** The work that waits, and the client and outcome by which the likeliest come first. */
  readonly of: Pick<Entry, 'id' | 'client' | 'outcomeId'>;
  readonly error?: string | undefined;
  readonly onChange: (needs: readonly Need[]) => void;
}

/** So many are offered, the likeliest: a list is no place to look through thousands. */
const MOST_OFFERED = 400;

/** Which open work must be done first. */
export function NeedsPicker({ plan, needs, of, error, onChange }: NeedsPickerProps) {
  const open = useLive(async () => await openEntries(), []);
  const options = useMemo(() => {
    const taken = new Set([of.id, ...needs.map(({ id }) => id)]);
    const near = (entry: Entry): number =>
      Number(entry.client !== '' && entry.client === of.client) * 2 +
      Number(entry.outcomeId === of.outcomeId);
    return (open ?? [])
      .filter(({ id }) => !taken.has(id))
      .toSorted((a, b) => near(b) - near(a) || (b.requestedAtMs ?? 0) - (a.requestedAtMs ?? 0))
      .slice(0, MOST_OFFERED)
      .map((entry) => ({
        entry,
        value: entry.id,
        label: titleOf(entry, plan),
        hint: plan.memberById.get(entry.memberId)?.name,
      }));
  }, [open, needs, of, plan]);
  const add = (id: string | null): void => {
    const chosen = options.find(({ value }) => value === id);
    if (!chosen) return;
    const { memberId } = chosen.entry;
    onChange([...needs, { id: chosen.value, memberId, title: chosen.label, doneAtMs: null }]);
  };
  return (
    <div className={css['needs']}>
      <Combobox
        label={t('assign.needs.label')}
        placeholder={t('assign.needs.placeholder')}
        description={needs.length === 0 ? t('assign.needs.hint') : undefined}
        error={error}
        value={null}
        options={options}
        onChange={add}
      />
      {needs.length > 0 && (
        <ul className={css['chosen']} aria-label={t('assign.needs.label')}>
          {needs.map((need) => (
            <li key={need.id} className={css['need']}>
              <span className={css['needTitle']}>{need.title || need.id}</span>
              <span className={css['faint']}>
                {need.doneAtMs === null
                  ? plan.memberById.get(need.memberId)?.name
                  : t('assign.needs.done')}
              </span>
              <IconButton
                size="sm"
                label={t('assign.needs.remove', { title: need.title })}
                icon={<X aria-hidden />}
                onClick={() => onChange(needs.filter(({ id }) => id !== need.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const titleOf = (entry: Entry, plan: Plan): string =>
  workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? '');
