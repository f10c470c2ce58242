import '../../../i18n/view-words.ts';
import { Copy, FileDown, ImageDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Formats, ReportLocale } from '#shared/exports/formats';
import { REPORT_LOCALES, reportFormats } from '#shared/exports/formats';
import { forOutside } from '#shared/exports/report-document';
import type { ReportDocument } from '#shared/exports/report-document';
import { reportMarkdown } from '#shared/exports/report-markdown';
import { bridge } from '../../../bridge.ts';
import { localeTag } from '../../../i18n/language.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { saveDrawing, savePage } from '../../../services/reports/save-report.ts';
import { keepReportChoice, keptReportChoice } from '../../../state/report-choice.ts';
import type { ReportChoice } from '../../../state/report-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { showToast } from '../../../ui/toast.ts';
import { drawSheet } from './draw-sheet.ts';
import { PrintReport } from './print-report.tsx';
import css from './report-dialog.module.css';
import { ReportSheet } from './report-sheet.tsx';
import { orientationOf } from './shown-columns.ts';
import { toldSaved } from './told-saved.ts';

/** Makes a report of what a view shows now, written as one country writes. */
export type ReportMaker = (formats: Formats) => Promise<ReportDocument>;

interface ReportDialogProps {
  readonly make: ReportMaker;
  readonly onClose: () => void;
}

/** A report before it leaves: as it will stand on paper, with the choice of how it is written. */
export function ReportDialog({ make, onClose }: ReportDialogProps) {
  const [choice, setChoice] = useState(keptReportChoice);
  const [whole, setWhole] = useState<ReportDocument | null>(null);
  const [isOutside, setIsOutside] = useState(false);
  const made = whole && isOutside ? forOutside(whole) : whole;
  const hasInternal = whole?.blocks.some((block) => block.isInternal === true) ?? false;
  /** As it was when it was asked for: what is shown may change while a place for it is chosen. */
  const [printing, setPrinting] = useState<ReportDocument | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const report = await make(reportFormats(choice.locale));
      if (isCurrent) setWhole(report);
    })();
    return () => {
      isCurrent = false;
    };
  }, [make, choice.locale]);
  const choose = (next: ReportChoice) => {
    setChoice(next);
    keepReportChoice(next);
  };
  const print = async (report: ReportDocument) => {
    const orientation = orientationOf(report);
    const printed = { footer: footerOf(report), paper: choice.paper, orientation };
    await toldSaved(savePage({ name: report.title, ...printed }));
    setPrinting(null);
  };
  const preview = useRef<HTMLDivElement>(null);
  const draw = async () => {
    const sheet = preview.current?.querySelector('article');
    if (!made || !sheet) return;
    const png = await drawSheet(sheet);
    if (png) await toldSaved(saveDrawing(made.title, png));
    else
      showToast({ title: t('reports.noPicture'), text: t('reports.noPictureText'), tone: 'bad' });
  };
  const copy = async () => {
    if (!made) return;
    const copied = await bridge.copyText({ text: reportMarkdown(made) });
    if (copied.ok) showToast({ title: t('reports.copied'), tone: 'good' });
    else announceFailure(copied.error);
  };
  const locales = useMemo(() => localeOptions(), []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reports.title')}
      size="xl"
      footer={
        <>
          <Button
            icon={<Copy size={14} aria-hidden />}
            isDisabled={!made}
            onClick={() => void copy()}
          >
            {t('reports.copyMarkdown')}
          </Button>
          <Button
            icon={<ImageDown size={14} aria-hidden />}
            isDisabled={!made}
            onClick={() => void draw()}
          >
            {t('reports.savePicture')}
          </Button>
          <Button
            variant="primary"
            icon={<FileDown size={14} aria-hidden />}
            isDisabled={!made || printing !== null}
            onClick={() => setPrinting(made)}
          >
            {t('reports.savePdf')}
          </Button>
        </>
      }
    >
      <div className={css['choices']}>
        <Select
          label={t('reports.locale')}
          value={choice.locale}
          options={locales}
          onChange={(locale) => choose({ ...choice, locale })}
        />
        <Select
          label={t('reports.paper')}
          value={choice.paper}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: t('reports.letter') },
          ]}
          onChange={(paper) => choose({ ...choice, paper })}
        />
        {hasInternal && (
          <Switch
            label={t('reports.outside')}
            description={t('reports.outsideHint')}
            checked={isOutside}
            onChange={setIsOutside}
          />
        )}
      </div>
      <div
        ref={preview}
        className={css['preview']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
        tabIndex={0}
        role="region"
        aria-label={t('reports.preview')}
      >
        {made ? <ReportSheet document={made} /> : <LoadingState label={t('reports.making')} />}
      </div>
      {printing && <PrintReport report={printing} onReady={() => void print(printing)} />}
    </Dialog>
  );
}

const footerOf = ({ title, subtitle }: ReportDocument): string =>
  [title, subtitle].filter((text) => text !== '').join(' · ');

function localeOptions(): { value: ReportLocale; label: string }[] {
  const names = new Intl.DisplayNames([localeTag()], {
    type: 'language',
    languageDisplay: 'standard',
  });
  return REPORT_LOCALES.map((value) => ({ value, label: names.of(value) ?? value }));
}
