import type { Change, ChangePart, RateChange, RatePart } from '#shared/metrics/insights/changes';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { ChangeFormat } from './change-words.ts';
import css from './flow.module.css';
import barsCss from './bars.module.css';

interface ChangeBarsProps {
  readonly change: Change | RateChange;
  readonly format: ChangeFormat;
  readonly nameOf: (id: string) => string;
  /** People are never ordered by how much they did: the parts that are shown stand by name. */
  readonly isByName: boolean;
  readonly onOpen: ((part: ChangePart) => void) | undefined;
}

/** Beyond these the rest stands together in one line, so that what is shown adds up. */
const MOST_PARTS = 9;

/** The whole change and what it came from: bars to either side of none, the largest first. */
export function ChangeBars({ change, format, nameOf, isByName, onOpen }: ChangeBarsProps) {
  const moved = change.parts.filter((part) => part.change !== 0);
  // A rest of one takes as much room by its name.
  const largest = moved.slice(0, moved.length === MOST_PARTS + 1 ? moved.length : MOST_PARTS);
  const rest = moved.slice(largest.length);
  const shown = isByName
    ? largest.toSorted((a, b) => nameOf(a.id).localeCompare(nameOf(b.id)))
    : largest;
  const restChange = rest.reduce((sum, part) => sum + part.change, 0);
  const rounded = format.rounded([...shown.map((part) => part.change), restChange]);
  const scale = swingScale([...shown.map((part) => part.change), restChange]);
  return (
    <div>
      <p className={barsCss['changeWhole']}>
        <span className={css['about']}>
          {countWords(format.value(change.before), change, 'beforeCount')}
        </span>
        <span aria-hidden>→</span>
        <strong>{countWords(format.value(change.after), change, 'afterCount')}</strong>
        <strong data-sign={Math.sign(change.change)} className={barsCss['changeSum']}>
          {format.change(rounded.reduce((sum, part) => sum + part, 0))}
        </strong>
      </p>
      {moved.length === 0 && <p className={css['aside']}>{t('insightsFlow.changes.same')}</p>}
      <ul className={barsCss['bars']}>
        {shown.map((part, at) => (
          <ChangeRow
            key={part.id}
            name={nameOf(part.id)}
            about={partWords(part, format)}
            detail={detailWords(part, format)}
            bar={scale(part.change)}
            words={format.change(rounded[at] ?? 0)}
            onOpen={onOpen && (() => onOpen(part))}
          />
        ))}
        {rest.length > 0 && (
          <ChangeRow
            name={t('insightsFlow.changes.others', { count: rest.length })}
            about=""
            detail={undefined}
            bar={scale(restChange)}
            words={format.change(rounded.at(-1) ?? 0)}
            onOpen={undefined}
          />
        )}
      </ul>
    </div>
  );
}

/** A bar beside the line of no change, as shares of the room. */
interface Bar {
  readonly noneAt: number;
  readonly from: number;
  readonly length: number;
  readonly sign: number;
}

/** The room is parted so that the longest bar of either side just fits. */
function swingScale(changes: readonly number[]): (change: number) => Bar {
  const most = Math.max(0, ...changes);
  const least = Math.min(0, ...changes);
  const whole = most - least || 1;
  const noneAt = -least / whole;
  return (change) => ({
    noneAt,
    from: noneAt + Math.min(0, change) / whole,
    length: Math.abs(change) / whole,
    sign: Math.sign(change),
  });
}

const percent = (share: number): string => `${100 * share}%`;

interface ChangeRowProps {
  readonly name: string;
  readonly about: string;
  readonly detail: string | undefined;
  readonly bar: Bar;
  readonly words: string;
  readonly onOpen: (() => void) | undefined;
}

function ChangeRow({ name, about, detail, bar, words, onOpen }: ChangeRowProps) {
  const row = (
    <>
      <span className={barsCss['barName']} data-tooltip={name}>
        {name}
      </span>
      <span className={barsCss['swing']} aria-hidden>
        <i style={{ insetInlineStart: percent(bar.noneAt) }} />
        <span
          data-sign={bar.sign}
          style={{ insetInlineStart: percent(bar.from), inlineSize: percent(bar.length) }}
        />
      </span>
      <span className={css['number']}>{words}</span>
      <span className={css['about']} data-tooltip={detail}>
        {about}
      </span>
    </>
  );
  return (
    <li>
      {onOpen ? (
        <button type="button" className={barsCss['barRow']} onClick={onOpen}>
          {row}
        </button>
      ) : (
        <div className={barsCss['barRow']}>{row}</div>
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
  });
}

const detailWords = (part: ChangePart | RatePart, format: ChangeFormat): string | undefined =>
  'ownChange' in part
    ? t('insightsFlow.changes.ownAndMix', {
        own: format.change(part.ownChange),
        mix: format.change(part.mixChange),
      })
    : undefined;
