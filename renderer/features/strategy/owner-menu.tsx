import { UserRound } from 'lucide-react';
import type { CascadeNode } from '#shared/plan/cascade';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { changeOwner } from './acts.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import css from './tree-row.module.css';

interface OwnerMenuProps {
  readonly node: CascadeNode;
  readonly plan: Plan;
}

/** The owner's initials; a press chooses another. The keyboard has the same in the panel. */
export function OwnerMenu({ node, plan }: OwnerMenuProps) {
  const owner = plan.memberById.get(node.item.ownerId);
  const isThere = owner !== undefined && !owner.isGone;
  const label = isThere
    ? t('strategy.ownerIs', { name: owner.name })
    : owner
      ? t('strategy.ownerGone', { name: owner.name })
      : t('strategy.unowned');
  const people = plan.members.filter((member) => !member.isGone);
  const items: readonly MenuItem[] = [
    { key: 'heading', kind: 'heading', label: t('strategy.field.owner') },
    ...people.map((member) => ({
      key: member.id,
      label: member.name,
      isChecked: member.id === node.item.ownerId,
      onSelect: () => void changeOwner(node, member.id),
    })),
    {
      key: '',
      label: t('strategy.nobody'),
      isChecked: node.item.ownerId === '',
      onSelect: () => void changeOwner(node, ''),
    },
  ];
  return (
    <Menu
      align="end"
      items={items}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className={css['owner']}
          data-tooltip={label}
          data-unowned={!isThere || undefined}
        >
          <VisuallyHidden>{label}</VisuallyHidden>
          {isThere ? <Avatar name={owner.name} size="sm" /> : <UserRound size={13} aria-hidden />}
        </button>
      }
    />
  );
}
