import type { Change, ChangePart, RateChange, RatePart } from '#shared/metrics/insights/changes';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { ChangeFormat } from './change-words.ts';
import css from './flow.module.css';

interface ChangeBarsProps {
  readonly change: Change | RateChange;
  readonly format: ChangeFormat;
  readonly nameOf: (id: string) => string;
  readonly onOpen: ((part: ChangePart) => void) | undefined;
}

/** Beyond these the rest stands together in one line, so that what is shown adds up. */
const MOST_PARTS = 9;

/** The whole change and what it came from: bars to either side of none, the largest first. */
export function ChangeBars({ change, format, nameOf, onOpen }: ChangeBarsProps) {
  const moved = change.parts.filter((part) => part.change !== 0);
  const shown = moved.slice(0, MOST_PARTS);
  const rest = moved.slice(MOST_PARTS);
  const restChange = rest.reduce((sum, part) => sum + part.change, 0);
  const rounded = format.rounded([...shown.map((part) => part.change), restChange]);
  const most = Math.max(...moved.map((part) => Math.abs(part.change)), Math.abs(restChange));
  return (
    <div>
      <p className={css['changeWhole']}>
        <span className={css['about']}>
          {countWords(format.value(change.before), change, 'beforeCount')}
        </span>
        <span aria-hidden>→</span>
        <strong>{countWords(format.value(change.after), change, 'afterCount')}</strong>
        <strong data-sign={Math.sign(change.change)} className={css['changeSum']}>
          {format.change(rounded.reduce((sum, part) => sum + part, 0))}
        </strong>
      </p>
      {moved.length === 0 && <p className={css['aside']}>{t('insightsFlow.changes.same')}</p>}
      <ul className={css['bars']}>
        {shown.map((part, at) => (
          <ChangeRow
            key={part.id}
            name={nameOf(part.id)}
            about={partWords(part, format)}
            share={most > 0 ? part.change / most : 0}
            words={format.change(rounded[at] ?? 0)}
            onOpen={onOpen && (() => onOpen(part))}
          />
        ))}
        {rest.length > 0 && (
          <ChangeRow
            name={t('insightsFlow.changes.others', { count: rest.length })}
            about=""
            share={most > 0 ? restChange / most : 0}
            words={format.change(rounded.at(-1) ?? 0)}
            onOpen={undefined}
          />
        )}
      </ul>
    </div>
  );
}

interface ChangeRowProps {
  readonly name: string;
  readonly about: string;
  /** Of the longest bar, −1 to 1. */
  readonly share: number;
  readonly words: string;
  readonly onOpen: (() => void) | undefined;
}

function ChangeRow({ name, about, share, words, onOpen }: ChangeRowProps) {
  const size = `${Math.abs(share) * 50}%`;
  const row = (
    <>
      <span className={css['barName']}>{name}</span>
      <span className={css['swing']} aria-hidden>
        <span
          data-sign={Math.sign(share)}
          style={{ inlineSize: size, insetInlineStart: share < 0 ? `calc(50% - ${size})` : '50%' }}
        />
      </span>
      <span className={css['number']}>{words}</span>
      <span className={css['about']}>{about}</span>
    </>
  );
  return (
    <li>
      {onOpen ? (
        <button type="button" className={css['barRow']} onClick={onOpen}>
          {row}
        </button>
      ) : (
        <div className={css['barRow']}>{row}</div>
      )}
    </li>
  );
}

/** A rate is never without what it is a share of. */
const countWords = (
  words: string,
  change: Change | RateChange,
  count: 'beforeCount' | 'afterCount',
): string =>
  'beforeCount' in change
    ? t('insightsFlow.changes.ofCount', { value: words, n: formatNumber(change[count]) })
    : words;

function partWords(part: ChangePart | RatePart, format: ChangeFormat): string {
  const words = t('insightsFlow.changes.fromTo', {
    before: 'beforeCount' in part && part.beforeCount === 0 ? '–' : format.value(part.before),
    after: 'afterCount' in part && part.afterCount === 0 ? '–' : format.value(part.after),
  });
  if (!('ownChange' in part)) return words;
  return t('insightsFlow.changes.rateFromTo', {
    words,
    before: formatNumber(part.beforeCount),
    after: formatNumber(part.afterCount),
    own: format.change(part.ownChange),
    mix: format.change(part.mixChange),
  });
}
