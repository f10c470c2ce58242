import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { giveRole, placeOutcome } from '../../services/roles.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { EditedRole } from './role-list.tsx';
import css from './without-role.module.css';

interface WithoutRoleProps {
  readonly plan: Plan;
  readonly onEdit: (role: EditedRole) => void;
}

/** Who holds no role, and what is in none: each can be put into one at once. */
export function WithoutRole({ plan, onEdit }: WithoutRoleProps) {
  const holders = new Set(plan.roles.flatMap(({ memberIds }) => memberIds));
  const members = plan.members.filter(
    ({ id, isGone, seat }) => !isGone && seat === 'assistant' && !holders.has(id),
  );
  const outcomes = plan.outcomes.filter(
    ({ roleId, isArchived }) => !isArchived && !plan.roleById.has(roleId),
  );
  const roleItems = (onPick: (roleId: string) => void, onNew: () => void): MenuItem[] => [
    ...plan.roles.map((role) => ({
      key: role.id,
      label: role.name,
      onSelect: () => onPick(role.id),
    })),
    ...(plan.roles.length > 0 ? [{ key: 'rule', kind: 'separator' } as const] : []),
    { key: 'new', label: t('roles.withoutRole.newRole'), onSelect: onNew },
  ];
  return (
    <>
      {members.length > 0 && (
        <Panel title={t('roles.withoutRole.members', { count: members.length })}>
          <p className={css['hint']}>{t('roles.withoutRole.membersHint')}</p>
          <ul className={css['list']}>
            {members.map((member) => (
              <li key={member.id} className={css['row']}>
                <span>
                  {member.name}
                  {member.title !== '' && <span className={css['title']}>{member.title}</span>}
                </span>
                <Menu
                  align="end"
                  trigger={
                    <Button
                      size="sm"
                      aria-label={t('roles.withoutRole.give', { name: member.name })}
                    >
                      {t('roles.withoutRole.giveMenu')}
                    </Button>
                  }
                  items={roleItems(
                    (roleId) => void give(plan, roleId, member.id),
                    () => onEdit({ id: null, holderId: member.id }),
                  )}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {outcomes.length > 0 && (
        <Panel title={t('roles.withoutRole.outcomes', { count: outcomes.length })}>
          <p className={css['hint']}>{t('roles.withoutRole.outcomesHint')}</p>
          <ul className={css['list']}>
            {outcomes.map(({ id, name }) => (
              <li key={id} className={css['row']}>
                <button type="button" className={css['link']} onClick={() => go('outcome', { id })}>
                  {name}
                </button>
                <Menu
                  align="end"
                  trigger={
                    <Button size="sm" aria-label={t('roles.withoutRole.place', { name })}>
                      {t('roles.withoutRole.placeMenu')}
                    </Button>
                  }
                  items={roleItems(
                    (roleId) => void place(plan, roleId, id),
                    () => onEdit({ id: null, outcomeId: id }),
                  )}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

async function give(plan: Plan, roleId: string, memberId: string): Promise<void> {
  const role = plan.roleById.get(roleId);
  const member = plan.memberById.get(memberId);
  if (!role || !member) return;
  announceSaved(t('roles.saved', { name: role.name }), await giveRole(role, member));
}

async function place(plan: Plan, roleId: string, outcomeId: string): Promise<void> {
  const role = plan.roleById.get(roleId);
  const outcome = plan.outcomeById.get(outcomeId);
  if (!role || !outcome) return;
  announceSaved(t('roles.saved', { name: outcome.name }), await placeOutcome(role, outcome));
}
