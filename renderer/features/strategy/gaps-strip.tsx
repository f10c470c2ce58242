import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import type { CascadeNode } from '#shared/plan/cascade';
import { isClosed } from '#shared/plan/intent';
import type { Plan } from '../../data/plan.ts';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Menu } from '../../ui/menu.tsx';
import css from './gaps-strip.module.css';
import { ShareDialog } from './share-dialog.tsx';
import type { Strategy } from './use-strategy.ts';

interface GapsStripProps {
  readonly plan: Plan;
  readonly strategy: Strategy;
  /** Shows a record in the tree. */
  readonly onShow: (id: string) => void;
}

/** What does not hang together: work for no key result, priorities nobody works on, what nobody owns. */
export function GapsStrip({ plan, strategy, onShow }: GapsStripProps) {
  const [isShareShown, setIsShareShown] = useState(false);
  const { share, withoutOutcome, unowned, cascade } = strategy;
  const priorities = cascade.goals
    .flatMap((goal) => goal.children)
    .filter(({ item }) => !isClosed(item));
  return (
    <div className={css['strip']}>
      <Gap
        label={t('strategy.gap.share')}
        value={share.ratio === null ? t('strategy.gap.unknown') : formatRatio(share.ratio, 0)}
        hint={
          share.ratio === null
            ? t('strategy.gap.nothingDone')
            : t('strategy.gap.shareOf', { count: share.count, without: share.withoutCount })
        }
        isWarning={share.withoutCount > 0}
        isDisabled={share.withoutCount === 0}
        onClick={() => setIsShareShown(true)}
      />
      <NodeGap
        label={t('strategy.gap.withoutOutcome')}
        hint={
          priorities.length === 0
            ? t('strategy.gap.noPriority')
            : t('strategy.gap.priorities', { count: priorities.length })
        }
        nodes={withoutOutcome}
        onShow={onShow}
      />
      <NodeGap
        label={t('strategy.gap.unowned')}
        hint={t('strategy.gap.unownedHint')}
        nodes={unowned}
        onShow={onShow}
      />
      {isShareShown && (
        <ShareDialog
          plan={plan}
          share={share}
          quarter={cascade.quarter}
          onClose={() => setIsShareShown(false)}
        />
      )}
    </div>
  );
}

interface NodeGapProps {
  readonly label: string;
  readonly hint: string;
  readonly nodes: readonly CascadeNode[];
  readonly onShow: (id: string) => void;
}

function NodeGap({ label, hint, nodes, onShow }: NodeGapProps) {
  return (
    <Menu
      items={nodes.map(({ level, item }) => ({
        key: item.id,
        label: item.name || t('strategy.nameless'),
        hint: t(`strategy.level.${level}`),
        onSelect: () => onShow(item.id),
      }))}
      trigger={
        <Gap
          label={label}
          value={nodes.length === 0 ? t('strategy.gap.none') : String(nodes.length)}
          hint={hint}
          isWarning={nodes.length > 0}
          isDisabled={nodes.length === 0}
        />
      }
    />
  );
}

interface GapProps extends ComponentProps<'button'> {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly isWarning: boolean;
  readonly isDisabled: boolean;
}

function Gap({ label, value, hint, isWarning, isDisabled, ...button }: GapProps) {
  return (
    <button
      {...button}
      type="button"
      disabled={isDisabled}
      className={css['gap']}
      data-warning={isWarning || undefined}
    >
      <span className={css['label']}>{label}</span>
      <span className={css['figures']}>
        <span className={css['value']}>
          {value}
          {!isDisabled && <ChevronDown size={14} aria-hidden />}
        </span>
        <span className={css['hint']}>{hint}</span>
      </span>
    </button>
  );
}
