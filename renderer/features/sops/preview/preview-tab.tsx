import { useMemo, useState } from 'react';
import type { Answers } from '#shared/sops/answer';
import { pathOf, shownOn } from '#shared/sops/path';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import type { SopTabProps } from '../sop-tab.ts';
import { PreviewLines } from './preview-lines.tsx';
import { previewRows } from './preview-rows.ts';
import css from './preview.module.css';

/** The procedure as the assistant will see it, to be tried: answers show what conditions do, and are kept nowhere. */
export function PreviewTab({ sop }: SopTabProps) {
  const [answers, setAnswers] = useState<Answers>(NONE);
  const { draftSteps: steps, draftSections: sections } = sop;
  const path = useMemo(() => pathOf(steps, answers), [steps, answers]);
  const rows = useMemo(() => previewRows(path, sections), [path, sections]);
  if (sop.title === '' && steps.length === 0) {
    return <p className={css['muted']}>{t('sops.preview.empty')}</p>;
  }
  const shown = shownOn(path);
  const settled = shown.filter(({ answer, problem }) => answer && problem === null).length;
  return (
    <article className={css['sop']} aria-label={t('sops.side.preview')}>
      <header className={css['head']}>
        <p className={css['note']} role="status">
          {t('sops.preview.try')}{' '}
          {settled > 0 && t('sops.preview.settled', { settled, count: shown.length })}
        </p>
        {answers.size > 0 && (
          <Button size="sm" variant="quiet" onClick={() => setAnswers(NONE)}>
            {t('sops.preview.startOver')}
          </Button>
        )}
      </header>
      <h3 className={css['title']}>{sop.title || t('sops.untitled')}</h3>
      {sop.purpose && <p className={css['muted']}>{sop.purpose}</p>}
      <PreviewLines rows={rows} onAnswers={setAnswers} />
    </article>
  );
}

const NONE: Answers = new Map();
