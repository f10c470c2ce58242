import { currencyOf } from '#shared/plan/workspace';
import type { Json } from '#shared/json';
import { objectOf, textOf } from '#shared/record-fields';
import type { Entry } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import type { FieldWrite } from '../../data/writes.ts';
import { writesOf } from '../../data/writes.ts';
import { formatDateTime, formatDay, formatMoney, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
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
        {edits.map(({ key, field, before, after, write, over }) => (
          <li key={key} className={css['edit']} data-over={over ? true : undefined}>
            <span>
              <span className={css['field']}>{fieldName(field)}</span>{' '}
              <span className={css['before']}>{valueText(field, before, entry, plan)}</span>
              {' → '}
              {valueText(field, after, entry, plan)}
              {over && write.isCurrent && (
                <>
                  {' '}
                  <Badge tone="accent">{t('log.detail.holds')}</Badge>
                </>
              )}
            </span>
            <span className={css['faint']}>{byline(write, entry, plan, over)}</span>
            {over && (
              <span className={css['faint']}>
                {t('log.detail.inPlaceOf', { who: byline(over, entry, plan, write) })}
              </span>
            )}
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
  /** What another device had written there, which this took the place of; null where it is one's own. */
  readonly over: FieldWrite | null;
}

/** Each writing of a field beside the one before it, latest first. */
function editsOf(writes: readonly FieldWrite[]): readonly FieldEdit[] {
  const last = new Map<string, FieldWrite>();
  const edits: FieldEdit[] = [];
  for (const [at, write] of writes.entries()) {
    const before = last.get(write.field);
    last.set(write.field, write);
    // The same said again is no edit.
    const isSame = before && JSON.stringify(before.value) === JSON.stringify(write.value);
    if (before && !isSame && write.field !== 'zone') {
      const { field, value } = write;
      const over = before.stream === write.stream ? null : before;
      edits.push({ key: `${field} ${at}`, field, before: before.value, after: value, write, over });
    }
  }
  return edits.toReversed();
}

/** Who wrote, and when; beside another writing of the same member also that it was on another device. */
function byline(
  { atMs, memberId, stream }: FieldWrite,
  entry: Entry,
  plan: Plan,
  beside: FieldWrite | null = null,
): string {
  const name = plan.memberById.get(memberId)?.name;
  const when = formatDateTime(atMs, entry.zone);
  if (!name) return t('log.detail.byUnknown', { when });
  const isOtherDevice = beside?.memberId === memberId && beside.stream !== stream;
  return t(isOtherDevice ? 'log.detail.byOtherDevice' : 'log.detail.by', { name, when });
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
  'respondedAtMs',
  'acceptedAtMs',
  'returnedAtMs',
  'returnReason',
  'reviewedById',
  'assignedById',
  'assignedAtMs',
  'costMinor',
  'currency',
  'score',
  'partCount',
  'wholeCount',
  'clientDay',
  'movedTo',
] as const;

function fieldName(field: string): string {
  if (field.startsWith('block.')) return t('log.detail.fields.block');
  if (field.startsWith('need.')) return t('log.detail.fields.need');
  const known = FIELDS.find((each) => each === field);
  return known ? t(`log.detail.fields.${known}`) : field;
}

function valueText(field: string, value: Json, entry: Entry, plan: Plan): string {
  if (value === null || value === '') return t('log.detail.nothing');
  if (field.startsWith('block.')) return blockText(value, entry);
  if (field.startsWith('need.')) return needText(value);
  if (field.endsWith('ById')) return plan.memberById.get(String(value))?.name ?? String(value);
  if (field.endsWith('AtMs') && typeof value === 'number') return formatDateTime(value, entry.zone);
  if (field === 'outcomeId') return plan.outcomeById.get(String(value))?.name ?? String(value);
  if (field === 'day' || field === 'clientDay') return formatDay(String(value));
  if (typeof value === 'boolean') return value ? t('log.detail.yes') : t('log.detail.no');
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  return field.endsWith('Minor')
    ? formatMoney(value, currencyOf(plan.workspace, entry.currency))
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

function needText(value: Json): string {
  const need = objectOf(value);
  if (!need || need['deleted'] === true) return t('log.detail.nothing');
  const state = typeof need['doneAtMs'] === 'number' ? t('log.detail.needDone') : '';
  return [textOf(need, 'title'), state].filter(Boolean).join(' · ');
}
