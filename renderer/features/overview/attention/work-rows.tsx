import { CalendarClock, Clock, Hand, ListChecks, TrendingDown, Workflow } from 'lucide-react';
import { openHold } from '#shared/sops/run';
import type { Entry } from '../../../data/entry.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { unblockWork } from '../../../services/deliverables.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import { ageWords } from '../figure-words.ts';
import type { Names } from '../output-names.ts';
import type { AttentionItem } from './attention-item.ts';
import { AttentionRow } from './attention-row.tsx';

/** What every line needs beside what it is about. */
export interface RowAround {
  readonly names: Names;
  readonly nowMs: number;
  readonly onPutOff: () => void;
}

type Item<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { readonly kind: Kind }>;

/** Work that waits for a word of the manager's. */
export function WorkRow({ item, ...around }: RowAround & { readonly item: Item<'work'> }) {
  const { entry, block, behindCount } = item;
  const { names, nowMs, onPutOff } = around;
  const title = titleOf(entry, names);
  const why = joined([
    names.member(entry.memberId),
    t('attention.work.waits', { length: ageWords(nowMs - block.fromMs) }),
    block.wanted || block.reason,
    behindCount > 0 && t('attention.work.behind', { count: behindCount }),
  ]);
  return (
    <AttentionRow icon={Hand} tone="bad" title={title} why={why} onPutOff={onPutOff}>
      {behindCount > 0 && <SeeChain id={entry.id} title={title} />}
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('attention.work.goOnOf', { title })}
        onClick={() => void letGoOn(entry, title)}
      >
        {t('attention.work.goOn')}
      </Button>
      <OpenWork entry={entry} title={title} />
    </AttentionRow>
  );
}

async function letGoOn(entry: Entry, title: string): Promise<void> {
  announceSaved(t('log.told.unblocked', { title }), await unblockWork(entry));
}

/** Work that waits for somebody else while others wait for it. */
export function ChainRow({ item, ...around }: RowAround & { readonly item: Item<'chain'> }) {
  const { entry, behindCount } = item;
  const title = titleOf(entry, around.names);
  const why = joined([
    around.names.member(entry.memberId),
    t('attention.work.behind', { count: behindCount }),
  ]);
  return (
    <AttentionRow icon={Workflow} tone="warn" title={title} why={why} onPutOff={around.onPutOff}>
      <SeeChain id={entry.id} title={title} />
      <OpenWork entry={entry} title={title} />
    </AttentionRow>
  );
}

/** A checklist that waits for a word of the manager's. */
export function RunRow({
  item: { run, hold },
  title,
  ...around
}: RowAround & { readonly item: Item<'run'>; readonly title: string }) {
  const why = joined([
    around.names.member(run.memberId),
    t('attention.work.waits', { length: ageWords(around.nowMs - hold.fromMs) }),
    openHold(run)?.wanted || hold.reason,
  ]);
  return (
    <AttentionRow icon={ListChecks} tone="bad" title={title} why={why} onPutOff={around.onPutOff}>
      <Button
        size="sm"
        aria-label={t('attention.openOf', { title })}
        onClick={() => go('run', { runId: run.id, memberId: run.memberId })}
      >
        {t('attention.open')}
      </Button>
    </AttentionRow>
  );
}

const PRESSED = {
  overdue: { icon: Clock, tone: 'bad' },
  atRisk: { icon: CalendarClock, tone: 'warn' },
  forecast: { icon: TrendingDown, tone: 'warn' },
} as const;

/** Work whose time is past, near, or sooner than such work is usually done; several in one line. */
export function PressedRow({
  item: { kind, works },
  ...around
}: RowAround & { readonly item: Item<'overdue' | 'atRisk' | 'forecast'> }) {
  const [first] = works;
  const { names, nowMs, onPutOff } = around;
  const ago = formatAgo(first.dueAtMs, nowMs);
  const name = names.member(first.entry.memberId);
  const firstTitle = titleOf(first.entry, names);
  const isOne = works.length === 1;
  const title = isOne ? firstTitle : t(`attention.${kind}.many`, { count: works.length });
  const why = isOne
    ? joined([name, names.outcome(first.entry.outcomeId), t(`attention.${kind}.one`, { ago })])
    : t(`attention.${kind}.first`, { title: firstTitle, name, ago });
  return (
    <AttentionRow {...PRESSED[kind]} title={title} why={why} onPutOff={onPutOff}>
      {isOne || kind === 'forecast' ? (
        <OpenWork entry={first.entry} title={firstTitle} />
      ) : (
        <Button
          size="sm"
          aria-label={t('attention.showKind', { title })}
          onClick={() => go('work', { due: kind, layout: 'list' })}
        >
          {t('attention.showThem')}
        </Button>
      )}
    </AttentionRow>
  );
}

/** What waits for it, step by step. */
function SeeChain({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={t('attention.work.chainOf', { title })}
      onClick={() => go('insights', { tab: 'flow', behind: id })}
    >
      {t('attention.work.chain')}
    </Button>
  );
}

function OpenWork({ entry, title }: { readonly entry: Entry; readonly title: string }) {
  const { id, memberId, outcomeId } = entry;
  return (
    <Button
      size="sm"
      aria-label={t('attention.openOf', { title })}
      onClick={() => go('entries', { memberId, outcomeId, stage: 'open', entryId: id })}
    >
      {t('attention.open')}
    </Button>
  );
}

const titleOf = (entry: Entry, names: Names): string =>
  entry.title || entry.reference || workTitle(entry, names.unit(entry.outcomeId));

export const joined = (parts: readonly (string | false)[]): string =>
  parts.filter(Boolean).join(' · ');
