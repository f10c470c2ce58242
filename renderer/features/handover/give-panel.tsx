import { useMemo, useState } from 'react';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { Handing } from '../../services/handover-reassign.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { GiveRow } from './give-row.tsx';
import css from './handover.module.css';
import { ItemGroups } from './item-groups.tsx';
import type { Item } from './items.ts';
import { itemKey, itemsOf } from './items.ts';
import { STAYS, useReceivers } from './use-receivers.ts';

interface GivePanelProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly facts: HandOverFacts;
  readonly nowMs: number;
}

const AS_PROPOSED = 'proposed';

/** Everything of a member's that somebody has to go on with, and who; given at once or one by one. */
export function GivePanel({ plan, member, facts, nowMs }: GivePanelProps) {
  const items = useMemo(() => itemsOf(facts), [facts]);
  const receivers = useReceivers(plan, member, facts, items, nowMs);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [asking, setAsking] = useState<readonly Handing[] | null>(null);
  if (items.length === 0) {
    return (
      <Panel title={t('handover.give.title')}>
        <EmptyState
          title={t('handover.give.empty.title')}
          text={t('handover.give.empty.text', { name: member.name })}
        />
      </Panel>
    );
  }
  if (!receivers) return <LoadingState />;
  const toId = (item: Item): string =>
    chosen.get(itemKey(item)) ?? receivers.proposed.get(itemKey(item)) ?? STAYS;
  const handing = (item: Item): Handing => ({
    kind: item.kind,
    id: item.id,
    title: item.title,
    toId: toId(item),
  });
  const ready = items.filter((item) => item.offeredTo === '' && toId(item) !== STAYS).map(handing);
  const others = plan.members.filter(({ id, isGone }) => !isGone && id !== member.id);
  const giveAllTo = (memberId: string) =>
    setChosen(
      memberId === AS_PROPOSED
        ? new Map()
        : new Map(items.map((item) => [itemKey(item), memberId])),
    );
  return (
    <Panel title={t('handover.give.title')} note={t('handover.give.note', { count: items.length })}>
      <div className={css['everybody']}>
        <Select
          label={t('handover.give.everybody')}
          value={everybodyOf(items, chosen)}
          options={[
            { value: AS_PROPOSED, label: t('handover.give.eachProposed') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={giveAllTo}
        />
        <Button variant="primary" isDisabled={ready.length === 0} onClick={() => setAsking(ready)}>
          {t('handover.give.all', { count: ready.length })}
        </Button>
      </div>
      <ItemGroups
        items={items}
        renderRow={(item) => (
          <GiveRow
            key={itemKey(item)}
            item={item}
            options={receivers.optionsFor(item)}
            toId={toId(item)}
            onChoose={(memberId) => setChosen(new Map([...chosen, [itemKey(item), memberId]]))}
            onGive={() => setAsking([handing(item)])}
          />
        )}
      />
      {asking && (
        <GiveDialog plan={plan} member={member} handings={asking} onClose={() => setAsking(null)} />
      )}
    </Panel>
  );
}

/** The one member whom everything was given to; else what was proposed. */
function everybodyOf(items: readonly Item[], chosen: ReadonlyMap<string, string>): string {
  const ids = new Set(items.map((item) => chosen.get(itemKey(item))));
  const [only] = ids;
  return ids.size === 1 && only !== undefined && only !== STAYS ? only : AS_PROPOSED;
}
