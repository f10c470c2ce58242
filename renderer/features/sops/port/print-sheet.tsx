import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { WrittenSop } from '#shared/exports/sop-markdown';
import { stepGroups } from '#shared/sops/section';
import type { Plan } from '../../../data/plan.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { picturesOf } from '../../../services/sop-port/print-pictures.ts';
import css from './print-sheet.module.css';
import { PrintStep } from './print-step.tsx';

/** A procedure to be printed, and what of it stands on its head. */
export interface PrintedSop extends WrittenSop {
  readonly outcomeName: string;
  /** Null for a draft. */
  readonly publishedAtMs: number | null;
}

interface PrintSheetProps {
  readonly plan: Plan;
  readonly sop: PrintedSop;
  /** Everything stands, pictures too. */
  readonly onReady: () => void;
}

/** A procedure on paper: boxes to tick, lines to write on. It is in the page and only print shows it. */
export function PrintSheet({ plan, sop, onReady }: PrintSheetProps) {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string | null> | null>(null);
  const sheet = useRef<HTMLElement>(null);
  const said = useRef(false);
  useEffect(() => {
    void picturesOf(sop.steps).then(setPictures);
  }, [sop]);
  useEffect(() => {
    if (!pictures || !sheet.current || said.current) return;
    said.current = true;
    const images = [...sheet.current.querySelectorAll('img')];
    // One that cannot be drawn is printed as its words.
    void Promise.allSettled(images.map(async (image) => await image.decode()))
      .then(async () => await document.fonts.ready)
      .then(onReady);
  }, [pictures, onReady]);
  useEffect(() => {
    // A PDF is called what the page is called while it is made.
    const before = document.title;
    document.title = sop.title || t('sops.untitled');
    return () => {
      document.title = before;
    };
  }, [sop.title]);
  const numbers = new Map(sop.steps.map(({ id }, index) => [id, index + 1]));
  return createPortal(
    <article ref={sheet} className={css['sheet']} data-print="">
      <header>
        <h1>{sop.title || t('sops.untitled')}</h1>
        <PrintFacts sop={sop} />
        {sop.purpose && (
          <div className={css['purpose']}>
            <h2>{t('sopPort.print.purpose')}</h2>
            <p>{sop.purpose}</p>
          </div>
        )}
        <div className={css['fields']}>
          <span>{t('sopPort.print.doneBy')}</span>
          <span>{t('sopPort.print.doneOn')}</span>
        </div>
      </header>
      {pictures &&
        stepGroups(sop.steps, sop.sections).map(({ section, steps }) => (
          <section key={section?.id ?? ''}>
            {section && <h2 className={css['section']}>{section.title}</h2>}
            {steps.map((step) => (
              <PrintStep
                key={step.id}
                step={step}
                numbers={numbers}
                pictures={pictures}
                titleOfSop={(sopId) => plan.sopById.get(sopId)?.title ?? ''}
              />
            ))}
          </section>
        ))}
    </article>,
    document.body,
  );
}

function PrintFacts({ sop }: { readonly sop: PrintedSop }) {
  const stand =
    sop.version > 0
      ? t('sopPort.export.version', { number: sop.version })
      : t('sopPort.print.draftNote');
  const facts: readonly (readonly [string, string])[] = [
    ['', stand],
    ...(sop.publishedAtMs === null
      ? []
      : [[t('sopPort.print.published'), formatDateTime(sop.publishedAtMs)] as const]),
    ...(sop.ownerName === '' ? [] : [[t('sopPort.print.owner'), sop.ownerName] as const]),
    ...(sop.outcomeName === '' ? [] : [[t('sopPort.print.outcome'), sop.outcomeName] as const]),
    [t('sopPort.print.written'), formatDateTime(now())],
  ];
  return (
    <p className={css['facts']}>
      {facts.map(([label, value]) => (
        <span key={`${label}${value}`}>
          {label && <span className={css['label']}>{label} </span>}
          {value}
        </span>
      ))}
    </p>
  );
}
