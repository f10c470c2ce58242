import type { RowProblem } from '#shared/imports/row-problem';
import { t } from '../../i18n/text.ts';

/** Why a row cannot be imported. */
export const reasonText = ({ reason, otherLine }: RowProblem): string =>
  t(`import.rejectedRows.why.${reason}`, { otherLine: otherLine ?? 0 });

/** What would mend it. */
export const fixText = ({ reason }: RowProblem): string => t(`import.rejectedRows.fix.${reason}`);
