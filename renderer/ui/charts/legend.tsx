import css from './charts.module.css';

/** What marks are drawn in: `ink` for what was wanted, the others for what was. */
export type SeriesTone = 'accent' | 'soft' | 'warn' | 'bad' | 'good' | 'faint' | 'ink';

export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly tone: SeriesTone;
  readonly mark: 'box' | 'line' | 'dashes' | 'dot';
}

/** What the marks stand for. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={css['legend']}>
      {entries.map(({ key, label, tone, mark }) => (
        <li key={key} className={css['entry']}>
          <svg width={16} height={10} aria-hidden className={css['swatch']} data-tone={tone}>
            {mark === 'box' && <rect width={12} height={9} x={2} y={0.5} rx={1} />}
            {mark === 'dot' && <circle cx={8} cy={5} r={3.5} />}
            {(mark === 'line' || mark === 'dashes') && (
              <line x1={0} x2={16} y1={5} y2={5} data-dashed={mark === 'dashes' || undefined} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
