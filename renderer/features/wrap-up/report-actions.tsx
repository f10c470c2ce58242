import { Copy, Send } from 'lucide-react';
import { ReportButton } from '../../app/parts/reports/report-button.tsx';
import type { ReportMaker } from '../../app/parts/reports/report-dialog.tsx';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import type { ReportTexts } from '../../services/check-ins.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import type { ReportFormat, ReportHead } from './report-text.ts';
import { reportText } from './report-text.ts';
import css from './wrap-up-view.module.css';

interface ReportActionsProps {
  readonly head: ReportHead;
  readonly texts: ReportTexts;
  /** The same on paper. */
  readonly report: ReportMaker;
  readonly isSending: boolean;
  readonly isAsSent: boolean;
  readonly wasSent: boolean;
  readonly questionCount: number;
  readonly onSend: () => void;
  readonly onStartOver: () => void;
}

export function ReportActions(props: ReportActionsProps) {
  const { head, texts, report, isSending, isAsSent, wasSent, questionCount, onSend, onStartOver } =
    props;

  async function copy(format: ReportFormat): Promise<void> {
    const copied = await bridge.copyText({ text: reportText(head, texts, format) });
    if (copied.ok) showToast({ title: t(`wrapUp.copied.${format}`) });
    else announceFailure(copied.error);
  }

  return (
    <div className={css['actions']}>
      <Button
        variant="primary"
        icon={<Send aria-hidden />}
        isBusy={isSending}
        isDisabled={questionCount > 0 || isAsSent}
        onClick={onSend}
      >
        {wasSent ? t('wrapUp.sendAgain') : t('wrapUp.send')}
      </Button>
      {questionCount > 0 && <p className={css['faint']}>{t('wrapUp.answerFirst')}</p>}
      <div className={css['copies']}>
        <Button icon={<Copy aria-hidden />} onClick={() => void copy('plain')}>
          {t('wrapUp.copyText')}
        </Button>
        <Button variant="quiet" onClick={() => void copy('markdown')}>
          {t('wrapUp.copyMarkdown')}
        </Button>
        <ReportButton report={report} />
      </div>
      <Button variant="quiet" size="sm" onClick={onStartOver}>
        {t('wrapUp.startOver')}
      </Button>
    </div>
  );
}
