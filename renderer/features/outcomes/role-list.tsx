import { MoreHorizontal, Plus, UserRound } from 'lucide-react';
import type { Role } from '#shared/plan/role';
import { PlanProblems } from '../../app/parts/plan-problems.tsx';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { removeRole } from '../../services/roles.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { memberName } from './member-name.ts';
import css from './outcome-table.module.css';
import views from './outcomes-view.module.css';
import { outcomesOfRole } from './role-outcomes.ts';
import { WithoutRole } from './without-role.tsx';

/** A role that is being edited: an id, or null for a new one, that may begin with somebody or something. */
export interface EditedRole {
  readonly id: string | null;
  readonly holderId?: string | undefined;
  readonly outcomeId?: string | undefined;
}

interface RoleListProps {
  readonly plan: Plan;
  readonly onEdit: (role: EditedRole) => void;
}

const COLUMNS = ['role', 'outcomes', 'holders', 'owner'] as const;

export function RoleActions({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={onAdd}>
      {t('roles.add')}
    </Button>
  );
}

/** Every role with what it answers for and who holds it; then who and what is in none. */
export function RoleList({ plan, onEdit }: RoleListProps) {
  return (
    <div className={views['panels']}>
      <PlanProblems plan={plan} scope="roles" />
      {plan.roles.length === 0 ? (
        <EmptyState
          icon={<UserRound aria-hidden />}
          title={t('roles.empty.title')}
          text={t('roles.empty.text')}
          action={
            <Button variant="primary" onClick={() => onEdit({ id: null })}>
              {t('roles.add')}
            </Button>
          }
        />
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col">
                  {t(`roles.column.${key}`)}
                </th>
              ))}
              <th scope="col" className={css['actions']}>
                <VisuallyHidden>{t('roles.column.actions')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.roles.map((role) => (
              <RoleRow key={role.id} plan={plan} role={role} onEdit={onEdit} />
            ))}
          </tbody>
        </table>
      )}
      <WithoutRole plan={plan} onEdit={onEdit} />
    </div>
  );
}

function RoleRow({ plan, role, onEdit }: RoleListProps & { readonly role: Role }) {
  const outcomes = outcomesOfRole(plan, role.id);
  const names = role.memberIds.map((id) => memberName(plan, id)).filter(Boolean);
  const open = () => go('outcomes', { roleId: role.id });
  return (
    <tr className={css['row']}>
      <td>
        <button type="button" className={css['name']} onClick={open}>
          {role.name.trim() || t('planProblems.unnamed')}
        </button>
        <p className={css['statement']}>
          {[t(`outcomes.family.${role.family}`), role.why].filter(Boolean).join(' · ')}
        </p>
      </td>
      <td>
        {outcomes.length === 0 ? (
          <span className={css['none']}>{t('roles.noOutcomes')}</span>
        ) : (
          outcomes.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={css['link']}
              onClick={() => go('outcome', { id })}
            >
              {name}
            </button>
          ))
        )}
      </td>
      <td>{names.join(', ') || <span className={css['none']}>{t('roles.noHolders')}</span>}</td>
      <td>
        {memberName(plan, role.ownerId) || (
          <span className={css['none']}>{t('roles.noOwner')}</span>
        )}
      </td>
      <td>
        <Menu
          align="end"
          trigger={
            <IconButton
              size="sm"
              label={t('roles.more', { name: role.name })}
              icon={<MoreHorizontal size={16} aria-hidden />}
            />
          }
          items={[
            { key: 'open', label: t('roles.open'), onSelect: open },
            { key: 'edit', label: t('roles.edit'), onSelect: () => onEdit({ id: role.id }) },
            { key: 'rule', kind: 'separator' },
            {
              key: 'remove',
              label: t('roles.remove'),
              tone: 'danger',
              onSelect: () => void remove(role, plan),
            },
          ]}
        />
      </td>
    </tr>
  );
}

async function remove(role: Role, { outcomes }: Plan): Promise<void> {
  announceSaved(t('roles.removed', { name: role.name }), await removeRole(role, outcomes));
}
