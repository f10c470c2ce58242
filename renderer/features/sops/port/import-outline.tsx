import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ImportedSop, ImportedStep } from '#shared/imports/sop-document';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import css from './import-outline.module.css';

type Row =
  | { readonly kind: 'title' | 'section'; readonly key: string; readonly title: string }
  | { readonly kind: 'purpose'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'step';
      readonly key: string;
      readonly number: number;
      readonly step: ImportedStep;
    };

const ROW_PX = { title: 40, purpose: 52, section: 36, step: 46 } as const;
const BARE_STEP_PX = 28;

const ONE_LINE_CHARS = 90;
const ONE_LINE_PX = 32;

function heightOf(row: Row | undefined): number {
  if (row?.kind === 'step' && row.step.how === '') return BARE_STEP_PX;
  if (row?.kind === 'purpose' && row.text.length < ONE_LINE_CHARS) return ONE_LINE_PX;
  return ROW_PX[row?.kind ?? 'step'];
}

/** The sections and steps that a document gives, line by line; as many as there are cost no more than a few. */
export function ImportOutline({ sops }: { readonly sops: readonly ImportedSop[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that brought the document is gone: the keyboard goes on with what it brought.
    scroller.current?.focus();
  }, []);
  const rows = useMemo(() => sops.flatMap(rowsOf), [sops]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  return (
    <div
      ref={scroller}
      className={css['scroller']}
      role="region"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={t('sopPort.found.label')}
    >
      <div className={css['rows']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key, size }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                className={css['row']}
                style={{ transform: `translateY(${start}px)`, height: size }}
              >
                <RowContent row={row} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function RowContent({ row }: { readonly row: Row }) {
  switch (row.kind) {
    case 'title':
      return <h3 className={css['title']}>{row.title || t('sops.untitled')}</h3>;
    case 'section':
      return <h4 className={css['section']}>{row.title}</h4>;
    case 'purpose':
      return <p className={css['purpose']}>{row.text}</p>;
    case 'step':
      return <StepRow number={row.number} step={row.step} />;
  }
}

function StepRow({ number, step }: { readonly number: number; readonly step: ImportedStep }) {
  return (
    <div className={css['step']}>
      <span className={css['number']}>{number}</span>
      <div className={css['words']}>
        <p className={css['stepTitle']}>
          <span>{step.title}</span>
          {step.kind !== 'tick' && <Badge>{t(`sops.editor.kinds.${step.kind}`)}</Badge>}
          {!step.isRequired && <Badge>{t('sopPort.step.optional')}</Badge>}
          {step.expectedMinutes !== null && (
            <Badge>{t('sopPort.step.minutes', { minutes: step.expectedMinutes })}</Badge>
          )}
        </p>
        {step.how !== '' && <p className={css['how']}>{firstLine(step.how)}</p>}
      </div>
    </div>
  );
}

/** The beginning of how without the marks of Markdown: one look says what it is about. */
const firstLine = (how: string): string =>
  how
    .slice(0, 300)
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:[-*>#]+|\d+\.|```\w*)\s+/gm, '')
    .replaceAll(/[`*\\<>]/g, '')
    .replaceAll(/\s+/g, ' ');

function rowsOf(sop: ImportedSop, at: number): readonly Row[] {
  let number = 0;
  return [
    { kind: 'title', key: `t${at}`, title: sop.title },
    ...(sop.purpose === '' ? [] : [{ kind: 'purpose', key: `p${at}`, text: sop.purpose } as const]),
    ...sop.groups.flatMap((group, index): Row[] => [
      ...(group.title === null
        ? []
        : [{ kind: 'section', key: `g${at}.${index}`, title: group.title } as const]),
      ...group.steps.map((step): Row => {
        number += 1;
        return { kind: 'step', key: step.id, number, step };
      }),
    ]),
  ];
}
