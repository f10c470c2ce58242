import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useMemo, useState } from 'react';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useHasOwnWork } from '../parts/own-work.ts';
import { logLineItem } from './actions.ts';
import type { FoundGroup, FoundItem } from './find-items.ts';
import { findItems } from './find-items.ts';
import { questionOf } from './match.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import css from './palette.module.css';
import { recentIds, rememberOpened } from './recent.ts';
import { readTyped, typedFor } from './scope.ts';
import { useLogHits } from './use-log-hits.ts';
import { usePaletteItems } from './use-palette-items.ts';
import { entryItem } from './work-items.ts';

interface PaletteBoxProps {
  readonly begun: string;
  /** Closes the palette and then opens what was chosen. */
  readonly onChoose: (open: () => void) => void;
}

/** The line and its list: a combobox whose list is always there. */
export function PaletteBox({ begun, onChoose }: PaletteBoxProps) {
  const [typed, setTyped] = useState(begun);
  const [at, setAt] = useState(0);
  const [recent] = useState(recentIds);
  const id = useId();
  const { scope, text } = readTyped(typed);
  const { groups, search } = useFound(typed, recent);
  const found = useMemo(() => groups.flatMap((group) => group.found), [groups]);
  const active = Math.min(at, found.length - 1);

  const type = (next: string): void => {
    setTyped(next);
    setAt(0);
  };
  function open({ item }: FoundItem): void {
    rememberOpened(item.id);
    onChoose(item.open);
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = found[active];
    const count = Math.max(1, found.length);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt((active + 1) % count),
      ArrowUp: () => setAt((active + count - 1) % count),
      PageDown: () => setAt(Math.min(count - 1, active + PAGE)),
      PageUp: () => setAt(Math.max(0, active - PAGE)),
      Enter: () => chosen && open(chosen),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <div className={css['box']}>
      <div className={css['line']}>
        <Search size={16} aria-hidden />
        <input
          className={css['input']}
          type="text"
          role="combobox"
          aria-label={t('palette.title')}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          autoFocus
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onKeyDown={pressed}
        />
      </div>
      <PaletteList
        id={id}
        groups={groups}
        active={active}
        onPoint={setAt}
        onOpen={open}
        text={text}
        scope={scope}
        search={search}
      />
      <PaletteFoot scope={scope} onScope={(next) => type(typedFor(typed, next))} />
    </div>
  );
}

const PAGE = 8;

/** What answers at once, and what the search through the log brings after it. */
function useFound(
  typed: string,
  recent: readonly string[],
): {
  readonly groups: readonly FoundGroup[];
  readonly search: 'idle' | 'searching' | 'found' | 'failed';
} {
  const { scope, text } = readTyped(typed);
  const plan = usePlan();
  const items = usePaletteItems();
  const canLog = useHasOwnWork();
  const wantsLog = scope === null || scope === 'work';
  const hits = useLogHits(wantsLog ? text : '');
  const groups = useMemo(() => {
    const inLog = plan ? hits.entries.map((entry) => entryItem(entry, plan, 'log')) : [];
    const found = findItems([...items, ...inLog], { question: questionOf(text), scope, recent });
    // "12 listings" is said to be logged: nothing else begins with an amount and goes on.
    const isLine = canLog && scope === null && /^\d+([.,]\d+)?\s+\S/.test(text);
    if (!isLine) return found;
    const line = { item: logLineItem(text), stretches: [] };
    return [{ group: 'actions', found: [line] } as const, ...found];
  }, [items, hits.entries, plan, text, scope, recent, canLog]);
  return { groups, search: hits.state };
}
