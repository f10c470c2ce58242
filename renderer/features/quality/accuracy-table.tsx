import type { SampledAccuracy } from '#shared/quality/sampled-accuracy';
import type { Proportion } from '#shared/metrics/wilson';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Definition } from '../../ui/charts/definition.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { intervalText } from './quality-words.ts';
import css from './quality.module.css';
import accuracyCss from './accuracy.module.css';
import { RangeMark } from './range-mark.tsx';

export interface AccuracyRow {
  readonly outcomeId: string;
  readonly name: string;
  readonly sampled: SampledAccuracy;
  readonly logged: Proportion | null;
}

const FIGURES = ['accepted', 'pieces', 'logged'] as const;

interface AccuracyTableProps {
  readonly rows: readonly AccuracyRow[];
  /** Everything together. */
  readonly all: AccuracyRow | null;
  readonly onSampled: (outcomeId: string) => void;
  readonly onLogged: (outcomeId: string) => void;
}

/** Each figure with its range and how many stand behind it; pressing it shows them. */
export function AccuracyTable({ rows, all, onSampled, onLogged }: AccuracyTableProps) {
  const least = scaleStart([...rows, ...(all ? [all] : [])]);
  const line = (row: AccuracyRow) => (
    <tr key={row.outcomeId} data-all={row.outcomeId === '' || undefined}>
      <th scope="row">{row.name}</th>
      <Figure
        share={row.sampled.deliverables}
        least={least}
        none={t('quality.accuracy.none')}
        label={t('quality.accuracy.open', { name: row.name })}
        onOpen={() => onSampled(row.outcomeId)}
      />
      <Figure
        share={row.sampled.pieces}
        least={least}
        none={t('quality.accuracy.none')}
        label={t('quality.accuracy.open', { name: row.name })}
        onOpen={() => onSampled(row.outcomeId)}
      />
      <Figure
        share={row.logged}
        least={least}
        none={t('quality.accuracy.noneLogged')}
        label={t('quality.accuracy.openLogged', { name: row.name })}
        onOpen={() => onLogged(row.outcomeId)}
      />
    </tr>
  );
  return (
    <table className={accuracyCss['accuracy']}>
      <thead>
        <tr>
          <th scope="col">{t('quality.accuracy.outcome')}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col">
              {t(`quality.define.${figure}`)}
              <Definition
                name={t(`quality.define.${figure}`)}
                text={t(`quality.define.${figure}Text`)}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(line)}
        {all && rows.length > 1 && line(all)}
      </tbody>
    </table>
  );
}

interface FigureProps {
  readonly share: Proportion | null;
  readonly least: number;
  readonly none: string;
  readonly label: string;
  readonly onOpen: () => void;
}

function Figure({ share, least, none, label, onOpen }: FigureProps) {
  if (!share) {
    return (
      <td className={css['muted']}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{none}</VisuallyHidden>
      </td>
    );
  }
  return (
    <td>
      <span className={accuracyCss['figure']}>
        <button type="button" className={css['figureLink']} title={label} onClick={onOpen}>
          {formatRatio(share.ratio)}
        </button>
        <RangeMark share={share} least={least} />
        <span className={accuracyCss['figureMore']}>
          {t('quality.accuracy.sampledHint', { range: intervalText(share), count: share.count })}
        </span>
      </span>
    </td>
  );
}

/** The scale begins at the tenth below the lowest end, the same for all that are compared. */
function scaleStart(rows: readonly AccuracyRow[]): number {
  const lows = rows.flatMap(({ sampled, logged }) =>
    [sampled.deliverables, sampled.pieces, logged].flatMap((share) => share?.lowRatio ?? []),
  );
  return Math.max(0, Math.floor(Math.min(0.9, ...lows) * 10) / 10);
}
