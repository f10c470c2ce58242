import type { Deliverable } from '#shared/deliverables/deliverable';
import { formatDateTime, formatDuration, formatQuantity } from '../../i18n/format.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import type { PreviewRow } from './preview-rows.ts';
import css from './preview-work.module.css';
import { reasonText } from './reason-text.ts';

interface PreviewWorkProps {
  readonly rows: readonly PreviewRow[];
  readonly zone: string;
}

/** The first rows as pieces of work, the way a person would tell them. */
export function PreviewWork({ rows, zone }: PreviewWorkProps) {
  return (
    <ol className={css['list']}>
      {rows.map((row) => (
        <li key={row.line} className={css['item']}>
          {'work' in row ? (
            <>
              <p className={css['line']}>
                <span className={css['title']}>{workTitle(row.work, row.unit)}</span>
                <span className={css['reference']}>{row.work.reference}</span>
              </p>
              <p className={css['about']}>{aboutText(row)}</p>
              <p className={css['when']}>{whenText(row.work, zone)}</p>
              <p className={css['when']}>{muchText(row.work)}</p>
            </>
          ) : (
            row.problems.map((problem) => (
              <p key={`${problem.column}/${problem.reason}`} className={css['problem']}>
                <span className={css['place']}>
                  {[t('import.preview.line', { line: row.line }), problem.column]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {reasonText(problem)}
                <code className={css['value']}>{problem.value}</code>
              </p>
            ))
          )}
        </li>
      ))}
    </ol>
  );
}

const joined = (parts: readonly (string | false | null)[]): string =>
  parts.filter(Boolean).join(' · ');

const aboutText = ({
  memberName,
  outcomeName,
  work,
}: Extract<PreviewRow, { work: Deliverable }>): string =>
  joined([memberName, outcomeName, work.client]);

function whenText(work: Deliverable, zone: string): string {
  const { requestedAtMs, startedAtMs, completedAtMs, dueAtMs } = work;
  const when = (ms: number) => ({ when: formatDateTime(ms, zone) });
  const turnaroundMs =
    requestedAtMs !== null && completedAtMs !== null && completedAtMs >= requestedAtMs
      ? completedAtMs - requestedAtMs
      : null;
  return joined([
    requestedAtMs !== null && t('import.preview.requested', when(requestedAtMs)),
    startedAtMs !== null &&
      completedAtMs === null &&
      t('import.preview.started', when(startedAtMs)),
    completedAtMs === null
      ? t('import.preview.open')
      : t('import.preview.completed', when(completedAtMs)),
    turnaroundMs !== null && t('import.preview.after', { length: formatDuration(turnaroundMs) }),
    dueAtMs !== null && t('import.preview.due', when(dueAtMs)),
  ]);
}

function muchText({ title, quantity, errors, reopenedCount, blocks, note }: Deliverable): string {
  const closed = blocks.flatMap(({ fromMs, toMs }) => (toMs === null ? [] : [toMs - fromMs]));
  const length = formatDuration(closed.reduce((sum, each) => sum + each, 0));
  return joined([
    quantity !== 1 && title && t('import.preview.quantity', { quantity: formatQuantity(quantity) }),
    errors !== null && t('import.preview.errors', { count: errors }),
    reopenedCount > 0 && t('import.preview.reopened', { count: reopenedCount }),
    closed.length > 0 && t('import.preview.waited', { count: closed.length, length }),
    closed.length < blocks.length && t('import.preview.waitsStill'),
    note.split('\n', 1)[0] ?? '',
  ]);
}
