import { CircleDot, CornerDownRight, EyeOff, Hourglass, RotateCw, UserRound } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { chainBehind } from '#shared/metrics/insights/chain';
import type { ChainLink } from '#shared/metrics/insights/chain';
import type { WaitingItem } from '#shared/metrics/insights/bottlenecks';
import type { Entry } from '../../../data/entry.ts';
import { formatDuration } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './flow.module.css';
import { memberName, titleOf, waitName } from './flow-names.ts';
import type { FlowScope } from './flow-scope.ts';
import { openWork } from './open-entry.ts';
import type { Waiting } from './use-waiting.ts';

interface ChainPanelProps {
  readonly flow: FlowScope;
  readonly item: WaitingItem<Entry>;
  readonly waiting: Waiting;
  readonly openById: ReadonlyMap<string, Entry>;
  /** Somebody came here to see it: it is brought into sight, and the keyboard goes on from it. */
  readonly isAskedFor: boolean;
}

/** What a piece of work waits for, step by step, to whoever can move it. */
export function ChainPanel({ flow, item, waiting, openById, isAskedFor }: ChainPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAskedFor) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [isAskedFor]);
  const links = useMemo(() => chainBehind(item.deliverable, openById), [item, openById]);
  return (
    <div ref={panel} tabIndex={-1} className={css['chain']} aria-live="polite">
      <h3 className={css['subtitle']}>
        {t('insightsFlow.chain.title', { title: titleOf(flow.plan, item.deliverable) })}
      </h3>
      <ol className={css['list']}>
        {links.map((link, index) => (
          <LinkRow
            // oxlint-disable-next-line react/no-array-index-key -- work that is repeated stands there twice
            key={`${index} ${link.id}`}
            flow={flow}
            link={link}
            behindCount={waiting.holdUps.find(({ id }) => id === link.id)?.behindIds.length ?? 0}
          />
        ))}
      </ol>
    </div>
  );
}

interface LinkRowProps {
  readonly flow: FlowScope;
  readonly link: ChainLink<Entry>;
  readonly behindCount: number;
}

const ICONS = {
  waits: Hourglass,
  works: UserRound,
  unseen: EyeOff,
  circle: RotateCw,
} as const;

const INDENT_PX = 18;

function LinkRow({ flow, link, behindCount }: LinkRowProps) {
  const { plan } = flow;
  const { deliverable, need, depth, end, memberId, isRepeated } = link;
  const title = deliverable ? titleOf(plan, deliverable) : (need?.title ?? '');
  const Icon = end ? ICONS[end.kind] : CircleDot;
  return (
    <li className={css['chainLink']} style={{ paddingInlineStart: depth * INDENT_PX }}>
      {depth > 0 && (
        <CornerDownRight size={14} strokeWidth={1.75} aria-hidden className={css['chainStep']} />
      )}
      <div className={css['chainBody']}>
        <span className={css['line']}>
          {deliverable ? (
            <button type="button" className={css['link']} onClick={() => openWork(deliverable)}>
              {title}
            </button>
          ) : (
            <span className={css['itemTitle']}>{title}</span>
          )}
          <span className={css['about']}>{memberName(plan, memberId)}</span>
        </span>
        {end && (
          <span className={css['chainEnd']} data-kind={end.kind}>
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            {endWords(flow, link)}
          </span>
        )}
        {isRepeated && <span className={css['about']}>{t('insightsFlow.chain.repeated')}</span>}
        {behindCount > 1 && (
          <span className={css['about']}>
            {t('insightsFlow.chain.behind', { count: behindCount })}
          </span>
        )}
      </div>
    </li>
  );
}

function endWords({ plan, nowMs }: FlowScope, { end, memberId }: ChainLink): string {
  const who = memberName(plan, memberId);
  if (end?.kind === 'waits') {
    const { block } = end;
    return [
      t('insightsFlow.chain.waits', {
        who: waitName(plan, block.on, block.whoId),
        length: formatDuration(Math.max(0, nowMs - block.fromMs)),
      }),
      block.wanted || block.reason,
    ]
      .filter(Boolean)
      .join(': ');
  }
  if (end?.kind === 'works') {
    return t(end.isBegun ? 'insightsFlow.chain.begun' : 'insightsFlow.chain.notBegun', { who });
  }
  return end ? t(`insightsFlow.chain.${end.kind}`, { who }) : '';
}
