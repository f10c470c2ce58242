import type { Json } from '#shared/json';
import { objectOf, textOf } from '#shared/record-fields';
import type { Entry } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import type { FieldWrite } from '../../data/writes.ts';
import { writesOf } from '../../data/writes.ts';
import { formatDateTime, formatDay, formatMoney, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './entry-record.module.css';

interface EntryHistoryProps {
  readonly entry: Entry;
  readonly plan: Plan;
}

/** Who said what when, and what it said before: nothing that was overridden is lost. */
export function EntryHistory({ entry, plan }: EntryHistoryProps) {
  const writes = useLive(
    () => writesOf(entry.audience, 'deliverable', entry.id),
    [entry.audience, entry.id],
  );
  if (!writes || writes.length === 0) return null;
  const edits = editsOf(writes);
  const first = writes[0];
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('log.detail.history')}</h3>
      <ol className={css['history']}>
        {edits.map(({ key, field, before, after, write }) => (
          <li key={key} className={css['edit']}>
            <span>
              <span className={css['field']}>{fieldName(field)}</span>{' '}
              <span className={css['before']}>{valueText(field, before, entry, plan)}</span>
              {' → '}
              {valueText(field, after, entry, plan)}
            </span>
            <span className={css['faint']}>{byline(write, entry, plan)}</span>
          </li>
        ))}
        {first && (
          <li className={css['edit']}>
            <span>{t('log.detail.made')}</span>
            <span className={css['faint']}>{byline(first, entry, plan)}</span>
          </li>
        )}
      </ol>
    </section>
  );
}

interface FieldEdit {
  readonly key: string;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
  readonly write: FieldWrite;
}

/** Each writing of a field beside the one before it, latest first. */
function editsOf(writes: readonly FieldWrite[]): readonly FieldEdit[] {
  const last = new Map<string, FieldWrite>();
  const edits: FieldEdit[] = [];
  for (const [at, write] of writes.entries()) {
    const before = last.get(write.field);
    last.set(write.field, write);
    if (before && write.field !== 'zone') {
      const { field, value } = write;
      edits.push({ key: `${field} ${at}`, field, before: before.value, after: value, write });
    }
  }
  return edits.toReversed();
}

function byline({ atMs, memberId }: FieldWrite, entry: Entry, plan: Plan): string {
  const name = plan.memberById.get(memberId)?.name;
  const when = formatDateTime(atMs, entry.zone);
  return name ? t('log.detail.by', { name, when }) : when;
}

const FIELDS = [
  'outcomeId',
  'title',
  'client',
  'quantity',
  'errors',
  'valueMinor',
  'reference',
  'note',
  'requestedAtMs',
  'startedAtMs',
  'completedAtMs',
  'dueAtMs',
  'day',
  'deleted',
  'reopenedCount',
] as const;

function fieldName(field: string): string {
  if (field.startsWith('block.')) return t('log.detail.fields.block');
  const known = FIELDS.find((each) => each === field);
  return known ? t(`log.detail.fields.${known}`) : field;
}

function valueText(field: string, value: Json, entry: Entry, plan: Plan): string {
  if (value === null || value === '') return t('log.detail.nothing');
  if (field.startsWith('block.')) return blockText(value, entry);
  if (field.endsWith('AtMs') && typeof value === 'number') return formatDateTime(value, entry.zone);
  if (field === 'outcomeId') return plan.outcomeById.get(String(value))?.name ?? String(value);
  if (field === 'day') return formatDay(String(value));
  if (typeof value === 'boolean') return value ? t('log.detail.yes') : t('log.detail.no');
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  return field === 'valueMinor'
    ? formatMoney(value, plan.workspace?.currency ?? 'USD')
    : formatQuantity(value);
}

function blockText(value: Json, entry: Entry): string {
  const block = objectOf(value);
  if (!block) return t('log.detail.nothing');
  const toMs = block['toMs'];
  return typeof toMs === 'number'
    ? t('log.detail.ended', { when: formatDateTime(toMs, entry.zone) })
    : textOf(block, 'reason') || t('log.detail.stillWaiting');
}
