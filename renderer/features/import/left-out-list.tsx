import type { LeftOut } from '#shared/imports/formats/format';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { linesText } from './lines-text.ts';
import css from './notice-list.module.css';

/** Rows that become no work of their own, each kind with its reason. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  return (
    <Callout title={t('import.leftOut.title')}>
      <ul className={css['list']}>
        {leftOut.map(({ reason, count, lines }) => (
          <li key={reason}>
            {t(`import.leftOut.${reason}`, { count, lines: linesText(lines, count) })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
