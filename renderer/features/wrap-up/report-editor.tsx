import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import type { ReportTexts } from '../../services/check-ins.ts';
import { sendCheckIn } from '../../services/check-ins.ts';
import { sendNow } from '../../services/sync.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { OutputSummary } from './output-summary.tsx';
import { ReportActions } from './report-actions.tsx';
import { reportLines, unanswered } from './report-lines.ts';
import { SentState } from './sent-state.tsx';
import { ShortfallQuestions } from './shortfall-questions.tsx';
import { useReportDraft } from './use-report-draft.ts';
import type { WrapUpFacts } from './use-wrap-up.ts';
import css from './wrap-up-view.module.css';

interface ReportEditorProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly facts: WrapUpFacts;
  readonly nowMs: number;
}

/** What is saved is safe, and may take long to get anywhere. */
type Sending = 'saving' | 'delivering' | null;

const SECTIONS = ['report', 'blockers', 'tomorrow'] as const;
const ROWS: Readonly<Record<keyof ReportTexts, number>> = { report: 8, blockers: 4, tomorrow: 5 };

export function ReportEditor({ plan, member, facts, nowMs }: ReportEditorProps) {
  const { report, sent } = facts;
  // Ages in the texts are as of when the report was opened: they must not change under the pen.
  const [openedAtMs] = useState(nowMs);
  const draft = useReportDraft(report.day, sent, (reasons) =>
    reportLines(report, plan, openedAtMs, member.timeZone, reasons),
  );
  const [sending, setSending] = useState<Sending>(null);
  const wasSent = typeof sent?.sentAtMs === 'number';
  const isAsSent = wasSent && SECTIONS.every((each) => sent[each] === draft.texts[each]);
  // What stands as it was sent needs no answer any more.
  const questions = isAsSent ? [] : unanswered(report.shortfalls, draft.reasons);

  async function send(): Promise<void> {
    if (questions.length > 0 || sending === 'saving') return;
    setSending('saving');
    const saved = await sendCheckIn(member.id, report.day, draft.texts);
    if (saved.ok) {
      draft.markSent();
      setSending('delivering');
      const delivered = await sendNow();
      const isThere =
        delivered.ok && delivered.value.target !== null && delivered.value.unsentCount === 0;
      showToast({
        tone: 'good',
        title: isThere ? t('wrapUp.sent') : t('wrapUp.saved'),
        ...(!isThere && { text: t('wrapUp.savedText') }),
      });
    } else announceFailure(saved.error);
    setSending(null);
  }

  return (
    <div className={css['columns']}>
      <div className={css['words']}>
        {questions.length > 0 && (
          <Callout tone="warn" title={t('wrapUp.asks', { count: questions.length })}>
            <ShortfallQuestions shortfalls={questions} plan={plan} onAnswer={draft.answer} />
          </Callout>
        )}
        {draft.isBehind && (
          <Callout
            tone="accent"
            title={t('wrapUp.behind')}
            action={
              <Button size="sm" icon={<RefreshCw aria-hidden />} onClick={draft.bringUpToDate}>
                {t('wrapUp.bringUpToDate')}
              </Button>
            }
          />
        )}
        {SECTIONS.map((section) => (
          <TextField
            key={section}
            label={t(`wrapUp.section.${section}`)}
            multiline
            rows={ROWS[section]}
            maxLength={16_000}
            placeholder={t(`wrapUp.placeholder.${section}`)}
            value={draft.texts[section]}
            onChange={(text) => draft.edit(section, text)}
          />
        ))}
      </div>
      <aside className={css['figures']}>
        <OutputSummary report={report} plan={plan} />
        <SentState sent={sent} zone={member.timeZone} isAsSent={isAsSent} />
        <ReportActions
          head={{ name: member.name, day: report.day }}
          texts={draft.texts}
          report={async (formats) => {
            const source = { plan, memberName: member.name, report, texts: draft.texts };
            return (await import('../../app/parts/reports/daily-document.ts')).dailyDocument(
              source,
              formats,
            );
          }}
          // A slow connection keeps nobody from correcting what is on its way.
          isSending={sending === 'saving' || (sending === 'delivering' && isAsSent)}
          isAsSent={isAsSent}
          wasSent={wasSent}
          questionCount={questions.length}
          onSend={() => void send()}
          onStartOver={draft.startOver}
        />
      </aside>
    </div>
  );
}
