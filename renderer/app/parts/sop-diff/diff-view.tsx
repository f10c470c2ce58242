import { useMemo, useState } from 'react';
import type { DiffRow, Readable } from '#shared/sops/diff';
import { isSame, sopDiff } from '#shared/sops/diff';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChangedText } from './changed-text.tsx';
import type { DiffBlock } from './diff-blocks.ts';
import { diffBlocks, diffCounts } from './diff-blocks.ts';
import type { DiffSides } from './diff-sides.ts';
import { StepCell } from './step-diff.tsx';
import css from './sop-diff.module.css';

interface DiffViewProps {
  readonly before: Readable;
  readonly after: Readable;
  readonly sopTitle: (sopId: string) => string;
  /** Old and new beside each other, or one text with both in it where there is little room. */
  readonly layout: 'side' | 'inline';
  /** Leaves out what is the same. */
  readonly isBrief?: boolean;
}

/** So many are drawn at first, and with each press of "more": five hundred rewritten steps stay quick. */
const PAGE = 40;

/** What is different between two states of a procedure, step by step. What is the same is folded. */
export function DiffView({ before, after, sopTitle, layout, isBrief = false }: DiffViewProps) {
  const diff = useMemo(() => sopDiff(before, after), [before, after]);
  const blocks = useMemo(
    () => diffBlocks(diff.rows).filter(({ kind }) => !isBrief || kind === 'changed'),
    [diff, isBrief],
  );
  const [shownCount, setShownCount] = useState(PAGE);
  const sides: DiffSides = {
    before: { steps: before.steps, sopTitle },
    after: { steps: after.steps, sopTitle },
  };
  if (isSame(diff)) return <p className={css['none']}>{t('sopVersions.diff.same')}</p>;
  const left = blocks.length - shownCount;
  return (
    <div className={css['diff']} data-layout={layout}>
      <Summary rows={diff.rows} />
      <ol className={css['rows']}>
        {diff.title && (
          <HeadRow label={t('sopVersions.diff.title')} {...diff.title} layout={layout} />
        )}
        {diff.purpose && (
          <HeadRow label={t('sopVersions.diff.purpose')} {...diff.purpose} layout={layout} />
        )}
        {blocks.slice(0, shownCount).map((block) => (
          <Block key={blockKey(block)} block={block} sides={sides} layout={layout} />
        ))}
      </ol>
      {left > 0 && (
        <Button size="sm" onClick={() => setShownCount(shownCount + PAGE)}>
          {t('sopVersions.diff.more', { count: Math.min(PAGE, left) })}
        </Button>
      )}
    </div>
  );
}

const COUNTED = ['added', 'changed', 'moved', 'removed', 'same'] as const;

/** `2 steps added · 1 changed · 12 unchanged` */
function Summary({ rows }: { readonly rows: readonly DiffRow[] }) {
  const counts = diffCounts(rows);
  const words = COUNTED.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`sopVersions.diff.summary.${kind}`, { count: counts[kind] }),
  );
  return <p className={css['summary']}>{words.join(' · ')}</p>;
}

interface BlockProps {
  readonly block: DiffBlock;
  readonly sides: DiffSides;
  readonly layout: 'side' | 'inline';
}

function Block({ block, sides, layout }: BlockProps) {
  if (block.kind === 'same') return <SameRows rows={block.rows} />;
  const { row } = block;
  return (
    <li className={css['row']} data-change={row.change} data-row tabIndex={-1}>
      <RowMark row={row} />
      {row.kind === 'section' ? (
        <SectionCells row={row} layout={layout} />
      ) : layout === 'side' ? (
        <div className={css['pair']}>
          <StepCell row={row} side="before" sides={sides} />
          <StepCell row={row} side="after" sides={sides} />
        </div>
      ) : (
        <StepCell row={row} side="both" sides={sides} />
      )}
    </li>
  );
}

const TONES: Readonly<Record<DiffRow['change'], Tone>> = {
  same: 'neutral',
  added: 'good',
  removed: 'bad',
  changed: 'warn',
};

function RowMark({ row }: { readonly row: DiffRow }) {
  const { change, isMoved } = row;
  const from = row.kind === 'step' ? row.beforeNumber : null;
  return (
    <p className={css['mark']}>
      {change !== 'same' && <Badge tone={TONES[change]}>{t(`sopVersions.diff.${change}`)}</Badge>}
      {isMoved && (
        <Badge>
          {from === null
            ? t('sopVersions.diff.moved')
            : t('sopVersions.diff.movedFrom', { number: from })}
        </Badge>
      )}
      {row.kind === 'section' && (
        <span className={css['what']}>{t('sopVersions.diff.section')}</span>
      )}
    </p>
  );
}

interface SectionCellsProps {
  readonly row: Extract<DiffRow, { readonly kind: 'section' }>;
  readonly layout: 'side' | 'inline';
}

function SectionCells({ row: { before, after }, layout }: SectionCellsProps) {
  const [was, is] = [before?.title ?? '', after?.title ?? ''];
  if (layout === 'inline') {
    return (
      <div className={css['cell']} data-side="both">
        <ChangedText before={was} after={is} side="both" />
      </div>
    );
  }
  return (
    <div className={css['pair']}>
      <div className={css['cell']} data-side="before" data-empty={before ? undefined : ''}>
        {before && <ChangedText before={was} after={is} side="before" />}
      </div>
      <div className={css['cell']} data-side="after" data-empty={after ? undefined : ''}>
        {after && <ChangedText before={was} after={is} side="after" />}
      </div>
    </div>
  );
}

interface HeadRowProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly layout: 'side' | 'inline';
}

function HeadRow({ label, before, after, layout }: HeadRowProps) {
  const sides = layout === 'inline' ? (['both'] as const) : (['before', 'after'] as const);
  return (
    <li className={css['row']} data-change="changed" data-row tabIndex={-1}>
      <p className={css['mark']}>
        <span className={css['what']}>{label}</span>
      </p>
      <div className={layout === 'side' ? css['pair'] : undefined}>
        {sides.map((side) => (
          <div key={side} className={css['cell']} data-side={side}>
            <ChangedText before={before} after={after} side={side} />
          </div>
        ))}
      </div>
    </li>
  );
}

function SameRows({ rows }: { readonly rows: readonly DiffRow[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const steps = rows.filter(({ kind }) => kind === 'step');
  return (
    <li className={css['same']}>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('sopVersions.diff.unchanged', { count: steps.length })}
      </button>
      {isOpen && (
        <ul className={css['titles']}>
          {rows.map((row) => (
            <li key={`${row.kind}.${row.id}`} data-kind={row.kind}>
              {row.kind === 'step' && <span className={css['number']}>{row.afterNumber}</span>}
              {row.after?.title || t('sopVersions.diff.untitled')}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const blockKey = (block: DiffBlock): string =>
  block.kind === 'same' ? `same.${block.id}` : `${block.row.kind}.${block.row.id}`;
