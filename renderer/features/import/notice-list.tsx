import type { TableNotice } from '#shared/imports/table';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { changeMapping } from './change-table.ts';
import type { OpenTable } from './import-flow.ts';
import { linesText } from './lines-text.ts';
import css from './notice-list.module.css';

/** What a reader should know about the file: odd rows by their lines, guesses, what was left out. */
export function NoticeList({ table }: { readonly table: OpenTable }) {
  const { outline, mapping, draft } = table;
  // The guess of an encoding is said where the encoding is chosen.
  const notices = outline.notices.filter(({ code }) => code !== 'encoding-guessed');
  const isWider = notices.some(({ code }) => code === 'rows-wider');
  const outOfOrder = draft && draft.outOfOrderCount > 0 ? draft : null;
  if (notices.length === 0 && !outOfOrder) return null;
  return (
    <Callout
      title={t('import.notice.title')}
      action={
        isWider && (
          <Segmented
            label={t('import.notice.wider')}
            size="sm"
            value={mapping.widerRows}
            onChange={(widerRows) => changeMapping({ ...mapping, widerRows })}
            options={[
              { value: 'reject', label: t('import.notice.widerReject') },
              { value: 'cut', label: t('import.notice.widerCut') },
            ]}
          />
        )
      }
    >
      <ul className={css['list']}>
        {notices.map((notice) => (
          <li key={notice.code}>{noticeText(notice)}</li>
        ))}
        {outOfOrder && (
          <li>
            {t('import.counts.outOfOrder', {
              count: outOfOrder.outOfOrderCount,
              lines: linesText(outOfOrder.outOfOrderLines, outOfOrder.outOfOrderCount),
            })}
          </li>
        )}
      </ul>
    </Callout>
  );
}

const noticeText = ({ code, count, lines }: TableNotice): string =>
  t(`import.notice.${code}`, { count, lines: linesText(lines, count) });
