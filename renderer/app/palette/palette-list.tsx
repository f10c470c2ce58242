import { useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { FoundGroup, FoundItem } from './find-items.ts';
import type { Stretch } from './match.ts';
import css from './palette.module.css';
import type { Scope } from './scope.ts';
import type { LogHits } from './use-log-hits.ts';

interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  /** Index of the chosen one over all groups; -1 for none. */
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (found: FoundItem) => void;
  readonly text: string;
  readonly scope: Scope | null;
  readonly search: LogHits['state'];
}

/** What was found, kind by kind, with the letters that it was found by. */
export function PaletteList(props: PaletteListProps) {
  const { id, groups, active, onPoint, onOpen, text, scope, search } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active]);
  const count = countOf(groups);
  return (
    <div ref={list} className={css['results']}>
      <div role="status">
        {count === 0 && <p className={css['told']}>{nothingText(text, scope, search)}</p>}
        {count > 0 && text !== '' && (
          <VisuallyHidden>{t('palette.count', { count })}</VisuallyHidden>
        )}
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.results')}>
        {groups.map(({ group, found }, groupAt) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className={css['heading']}>
              {t(`palette.groups.${group}`)}
            </h3>
            {found.map((each, at) => {
              const own = at + countOf(groups.slice(0, groupAt));
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the line takes the keys
                <div
                  key={each.item.id}
                  id={`${id}-${own}`}
                  role="option"
                  aria-selected={own === active}
                  tabIndex={-1}
                  className={css['option']}
                  onPointerMove={() => onPoint(own)}
                  // Pressing must not take the focus from the line.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onOpen(each)}
                >
                  <span className={css['text']}>
                    <Marked text={each.item.text} stretches={each.stretches} />
                  </span>
                  <span className={css['hint']}>{each.item.hint}</span>
                  {each.item.shortcut !== null && <Kbd>{each.item.shortcut}</Kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {count > 0 && search === 'searching' && (
        <p className={css['note']}>{t('palette.searching')}</p>
      )}
      {search === 'failed' && <p className={css['note']}>{t('palette.failed')}</p>}
      {count === 0 && text !== '' && search !== 'searching' && (
        <p className={css['note']}>{t('palette.emptyText')}</p>
      )}
    </div>
  );
}

const countOf = (groups: readonly FoundGroup[]): number =>
  groups.reduce((sum, { found }) => sum + found.length, 0);

function nothingText(text: string, scope: Scope | null, search: LogHits['state']): string {
  if (search === 'searching') return t('palette.searching');
  return text === '' && scope ? t('palette.emptyScope') : t('palette.empty', { text });
}

/** A text with the letters that were typed. */
function Marked({
  text,
  stretches,
}: {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}) {
  if (stretches.length === 0) return text;
  return (
    <>
      {stretches.map(([from, to], at) => (
        <span key={from}>
          {text.slice(stretches[at - 1]?.[1] ?? 0, from)}
          <mark className={css['mark']}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(stretches.at(-1)?.[1] ?? 0)}
    </>
  );
}
