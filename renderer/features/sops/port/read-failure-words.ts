import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import type { ReadFailure } from './use-sop-reading.ts';

/** What is wrong with a document, where, and what to do. */
export function readFailureText(failure: ReadFailure): { title: string; text: string } {
  const line = failure.detail?.['line'];
  const where = line === undefined ? '' : t('sopPort.failure.where', { line: String(line) });
  switch (failure.code) {
    case 'sop-empty':
    case 'sop-too-large':
    case 'sop-too-slow':
    case 'sop-unreadable':
      return told(t(`sopPort.failure.${failure.code}`));
    case 'sop-too-deep':
    case 'sop-too-tangled':
      return told(t(`sopPort.failure.${failure.code}`, { where }));
    case 'table-empty':
      return told(t('sopPort.failure.sop-empty'));
    case 'table-too-large':
    case 'file-too-large':
      return told(t('sopPort.failure.sop-too-large'));
    case 'table-binary':
    case 'table-workbook':
    case 'table-inflates':
    case 'table-bad-encoding':
      return told(t('sopPort.failure.notText'));
    case 'table-header-only':
    case 'table-json':
    case 'table-markup':
    case 'table-line-too-long':
    case 'table-too-wide':
    case 'table-too-many-rows':
    case 'table-quotes-broken':
      return told(t('sopPort.failure.table', { where }));
    default:
      return failureText({ code: failure.code });
  }
}

const told = (text: string) => ({
  title: t('sopPort.failure.title'),
  text: `${text} ${t('sopPort.failure.nothingSaved')}`,
});
