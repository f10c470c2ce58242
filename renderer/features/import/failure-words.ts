import { TABLE_LIMITS } from '#shared/imports/table-failure';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import type { FlowFailure } from './import-flow.ts';

/** What happened and what to do, for a table that cannot be read or a save that failed. */
export function flowFailureText(failure: FlowFailure): { title: string; text: string } {
  switch (failure.code) {
    case 'table-empty':
    case 'table-header-only':
    case 'table-too-large':
    case 'table-binary':
    case 'table-workbook':
    case 'table-inflates':
    case 'table-json':
    case 'table-markup':
    case 'table-bad-encoding':
    case 'table-line-too-long':
    case 'table-too-wide':
    case 'table-too-many-rows':
    case 'table-quotes-broken': {
      const format = failure.detail?.['format'] || t('import.failure.unknownFormat');
      const text = t(`import.failure.${failure.code}`, {
        limit: TABLE_LIMITS.recordChars,
        ...failure.detail,
        format,
      });
      return {
        title: t('import.choose.failed'),
        text: `${text} ${t('import.failure.nothingSaved')}`,
      };
    }
    case 'file-too-large':
      return {
        title: t('import.choose.failed'),
        text: `${t('import.failure.table-too-large')} ${t('import.failure.nothingSaved')}`,
      };
    default:
      return failureText({ code: failure.code });
  }
}
