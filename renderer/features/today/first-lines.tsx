import { t } from '../../i18n/text.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './logged-panel.module.css';
import type { OutputToday } from './use-today.ts';

/** What teaches the log bar while nothing is logged: lines in the member's own outcomes, ready to try. */
export function FirstLines({ output }: { readonly output: readonly OutputToday[] }) {
  const [first, second] = output.map(({ outcome }) => outcome);
  if (!first) return null;
  const other = second ?? first;
  const lines = [
    { line: `5 ${first.unit} for ${first.name}`, means: t('today.teach.plain') },
    { line: `12 ${other.unit}, 1 error`, means: t('today.teach.errors') },
    { line: `started ${other.name}`, means: t('today.teach.started') },
  ];
  return (
    <>
      <p className={css['teach']}>
        {t('today.teach.before')} <Kbd>L</Kbd> {t('today.teach.after')}
      </p>
      <div className={css['lines']}>
        {lines.map(({ line, means }) => (
          <button key={line} type="button" className={css['line']} onClick={() => openLogBar(line)}>
            <span className={css['lineText']}>{line}</span>
            <span className={css['lineMeans']}>{means}</span>
          </button>
        ))}
      </div>
    </>
  );
}
