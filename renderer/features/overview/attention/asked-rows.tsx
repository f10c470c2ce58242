import { ArrowRightLeft, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { nameOf, sopTitle, stepTitle } from '../../../app/parts/asked-of-you/asked-words.ts';
import type { Looked } from '../../../app/parts/asked-of-you/asked-dialogs.tsx';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { takeBack } from '../../../services/hand-overs.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import type { AttentionItem } from './attention-item.ts';
import { AttentionRow } from './attention-row.tsx';
import { joined } from './work-rows.tsx';
import type { RowAround } from './work-rows.tsx';

type AskedItem = Extract<
  AttentionItem,
  { readonly kind: 'sign' | 'take' | 'declined' | 'refused' }
>;

interface AskedRowProps extends RowAround {
  readonly item: AskedItem;
  readonly plan: Plan;
  readonly onLook: (looked: Looked) => void;
}

/** What a colleague asks of the manager, or gave back. */
export function AskedRow({ item, plan, nowMs, onPutOff, onLook }: AskedRowProps) {
  const row = (icon: typeof PenLine, title: string, why: string, act: ReactNode) => (
    <AttentionRow icon={icon} tone="warn" title={title} why={why} onPutOff={onPutOff}>
      {act}
    </AttentionRow>
  );
  switch (item.kind) {
    case 'sign': {
      const { signOff, version } = item.asked;
      const step = stepTitle(version, signOff.stepId);
      const name = nameOf(plan, signOff.memberId);
      return row(
        PenLine,
        t('teamwork.asked.sign', { step }),
        t('teamwork.asked.from', {
          name,
          what: sopTitle(plan, version, signOff.sopId),
          ago: formatAgo(signOff.askedAtMs, nowMs),
        }),
        <Button
          size="sm"
          aria-label={t('teamwork.asked.lookAtStep', { step, name })}
          onClick={() => onLook({ kind: 'sign', asked: item.asked })}
        >
          {t('teamwork.asked.look')}
        </Button>,
      );
    }
    case 'take': {
      const { handOver, version } = item.asked;
      const sop = sopTitle(plan, version, handOver.sopId);
      const name = nameOf(plan, handOver.fromId);
      return row(
        ArrowRightLeft,
        t('teamwork.asked.take', { sop }),
        t('teamwork.asked.from', {
          name,
          what: t('teamwork.asked.atStep', { step: stepTitle(version, handOver.atStepId) }),
          ago: formatAgo(handOver.atMs, nowMs),
        }),
        <Button
          size="sm"
          aria-label={t('teamwork.asked.lookAtSop', { sop, name })}
          onClick={() => onLook({ kind: 'take', asked: item.asked })}
        >
          {t('teamwork.asked.look')}
        </Button>,
      );
    }
    case 'declined': {
      const { handOver, run, version } = item.asked;
      return row(
        ArrowRightLeft,
        t('teamwork.asked.declined', {
          name: nameOf(plan, handOver.toId),
          sop: sopTitle(plan, version, handOver.sopId),
        }),
        answer(handOver.reply?.reason, handOver.reply?.atMs, nowMs),
        <Button size="sm" onClick={() => void takeUp(run)}>
          {t('teamwork.takeUp')}
        </Button>,
      );
    }
    case 'refused': {
      const { signOff, version } = item.asked;
      const step = stepTitle(version, signOff.stepId);
      return row(
        PenLine,
        t('teamwork.asked.refused', { name: nameOf(plan, signOff.signature?.byId ?? ''), step }),
        answer(signOff.signature?.note, signOff.signature?.atMs, nowMs),
        <Button
          size="sm"
          aria-label={t('teamwork.asked.openAt', { step })}
          onClick={() => go('run', { runId: signOff.runId })}
        >
          {t('teamwork.open')}
        </Button>,
      );
    }
  }
}

async function takeUp(run: Parameters<typeof takeBack>[0]): Promise<void> {
  const taken = await takeBack(run);
  if (taken.ok) go('run', { runId: run.id });
  else announceFailure(taken.error);
}

const answer = (words: string | undefined, atMs: number | undefined, nowMs: number): string =>
  joined([
    words ? t('teamwork.quoted', { words }) : false,
    atMs === undefined ? false : formatAgo(atMs, nowMs),
  ]);
