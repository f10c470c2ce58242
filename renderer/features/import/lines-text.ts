import { t } from '../../i18n/text.ts';

const LINES_SHOWN = 8;

/** The first lines of some rows, and that there are more. */
export function linesText(lines: readonly number[], count: number): string {
  const shown = lines.slice(0, LINES_SHOWN).join(', ');
  return count > LINES_SHOWN ? t('import.notice.linesAndMore', { lines: shown }) : shown;
}
