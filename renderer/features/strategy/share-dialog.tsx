import { quarterDays } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import type { ShareLine, ShareWithoutKeyResult } from '#shared/metrics/strategy-gaps';
import type { Plan } from '../../data/plan.ts';
import { formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './share-dialog.module.css';
import { quarterWords } from './quarter-words.ts';

interface ShareDialogProps {
  readonly plan: Plan;
  readonly share: ShareWithoutKeyResult;
  readonly quarter: QuarterKey;
  readonly onClose: () => void;
}

/** Which outcomes and whose work lead to no key result; an outcome opens its entries. */
export function ShareDialog({ plan, share, quarter, onClose }: ShareDialogProps) {
  const { fromDay, toDay } = quarterDays(quarter);
  const open = (outcomeId: string) => {
    onClose();
    go('entries', { outcomeId, from: fromDay, to: toDay, stage: 'completed' });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('strategy.share.title')}
      description={t('strategy.share.text', {
        count: share.count,
        without: share.withoutCount,
        quarter: quarterWords(quarter),
      })}
    >
      <div className={css['tables']}>
        <ShareTable
          label={t('strategy.share.byOutcome')}
          lines={share.byOutcome}
          nameOf={(id) => plan.outcomeById.get(id)?.name ?? t('strategy.notInPlan')}
          isPart={false}
          onOpen={({ id }) => open(id)}
        />
        <ShareTable
          label={t('strategy.share.byMember')}
          lines={share.byMember}
          nameOf={(id) => plan.memberById.get(id)?.name ?? t('strategy.unknownOwner')}
          isPart
        />
      </div>
    </Dialog>
  );
}

interface ShareTableProps {
  readonly label: string;
  readonly lines: readonly ShareLine[];
  readonly nameOf: (id: string) => string;
  /** Whether only part of a line's work serves nothing. */
  readonly isPart: boolean;
  readonly onOpen?: ((line: ShareLine) => void) | undefined;
}

function ShareTable({ label, lines, nameOf, isPart, onOpen }: ShareTableProps) {
  return (
    <DataTable
      label={label}
      rows={lines}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={null}
      columns={[
        { key: 'name', header: label, render: ({ id }) => nameOf(id) },
        {
          key: 'count',
          header: t('strategy.share.entries'),
          align: 'end',
          render: ({ count, withoutCount }) =>
            isPart
              ? t('strategy.share.part', { without: withoutCount, count })
              : formatNumber(withoutCount),
          width: 112,
        },
        ...(isPart
          ? [
              {
                key: 'ratio',
                header: t('strategy.share.ratio'),
                align: 'end' as const,
                render: ({ count, withoutCount }: ShareLine) =>
                  formatRatio(withoutCount / count, 0),
                width: 64,
              },
            ]
          : []),
      ]}
    />
  );
}
