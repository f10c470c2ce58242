import type { ReportBlock, ReportDocument } from '#shared/exports/report-document';
import { keyed } from './keyed.ts';
import css from './report-sheet.module.css';
import { SheetTable } from './sheet-table.tsx';

/** A report as it stands on paper: white in both themes, on screen too. */
export function ReportSheet({ document }: { readonly document: ReportDocument }) {
  return (
    <article className={css['sheet']} lang={document.locale}>
      <header className={css['head']}>
        <h1>{document.title}</h1>
        {document.subtitle && <p className={css['subtitle']}>{document.subtitle}</p>}
        {document.facts.length > 0 && (
          <dl className={css['facts']}>
            {document.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </header>
      {keyed(document.blocks).map(({ key, item }) => (
        <Block key={key} block={item} />
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: ReportBlock }) {
  if (block.kind === 'heading') return <h2>{block.text}</h2>;
  if (block.kind === 'text') return <p className={css['text']}>{block.text}</p>;
  if (block.kind === 'list') {
    return (
      <ul>
        {keyed(block.items).map(({ key, item }) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    );
  }
  if (block.kind === 'figures') {
    return (
      <dl className={css['figures']}>
        {block.figures.map(({ label, value, note, tone }) => (
          <div key={label} data-tone={tone}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong>
              {note && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <SheetTable table={block} />;
}
