import '../../i18n/view-words.ts';
import { useEffect, useState } from 'react';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { replaceRoute, useRoute } from '../../state/route.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { OutcomeActions, OutcomeList } from './outcome-list.tsx';
import type { OutcomeListing } from './outcome-list.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { RoleActions, RoleList } from './role-list.tsx';
import type { EditedRole } from './role-list.tsx';
import { RolePage } from './role-page.tsx';

/** What somebody answers for, and the roles that gather it. `params.tab`, or one role by `params.roleId`. */
export function OutcomesView() {
  const plan = usePlan();
  const { params } = useRoute();
  const outcomeId = params['new'] ? '' : params['outcomeId'];
  const isElsewhere = outcomeId !== undefined;
  useEffect(() => {
    if (!isElsewhere) return;
    replaceRoute('outcome', outcomeId === '' ? { new: '1' } : { id: outcomeId });
  }, [isElsewhere, outcomeId]);
  if (!plan || isElsewhere) {
    return (
      <Page title={t('outcomes.title')}>
        <LoadingState />
      </Page>
    );
  }
  return (
    <Shown
      plan={plan}
      tab={params['tab'] ?? ''}
      roleId={params['roleId'] ?? ''}
      askedRole={params['editRole'] ?? ''}
    />
  );
}

interface ShownProps {
  readonly plan: Plan;
  readonly tab: string;
  readonly roleId: string;
  /** A role to edit at once; empty where none is asked for. */
  readonly askedRole: string;
}

function Shown({ plan, tab, roleId, askedRole }: ShownProps) {
  const [listing, setListing] = useState<OutcomeListing>({
    grouping: null,
    isArchivedShown: false,
  });
  const [editedRole, setEditedRole] = useState<EditedRole | null>(null);
  const [answered, setAnswered] = useState('');
  // Asked for once, also from this very view; then out of the route, so that Back does not ask again.
  if (askedRole !== answered) {
    setAnswered(askedRole);
    if (askedRole !== '') setEditedRole({ id: askedRole });
  }
  useEffect(() => {
    if (askedRole !== '') replaceRoute('outcomes', { tab: 'roles' });
  }, [askedRole]);
  const live = plan.outcomes.filter(({ isArchived }) => !isArchived);
  if (roleId !== '') return <RolePage plan={plan} roleId={roleId} />;
  const isRoles = tab === 'roles';
  return (
    <Page
      title={t('outcomes.title')}
      subtitle={
        isRoles
          ? plan.roles.length > 0 && t('roles.subtitle', { count: plan.roles.length })
          : live.length > 0 && t('outcomes.subtitle', { count: live.length })
      }
      actions={
        isRoles ? (
          <RoleActions onAdd={() => setEditedRole({ id: null })} />
        ) : (
          <OutcomeActions plan={plan} listing={listing} onChange={setListing} />
        )
      }
    >
      <Tabs
        label={t('outcomes.tabs.label')}
        value={isRoles ? 'roles' : 'outcomes'}
        onChange={(next) => replaceRoute('outcomes', next === 'roles' ? { tab: next } : {})}
        tabs={[
          { value: 'outcomes', label: t('outcomes.tabs.outcomes'), count: live.length },
          { value: 'roles', label: t('outcomes.tabs.roles'), count: plan.roles.length },
        ]}
      >
        {isRoles ? (
          <RoleList plan={plan} onEdit={setEditedRole} />
        ) : (
          <OutcomeList plan={plan} listing={listing} />
        )}
      </Tabs>
      {editedRole && (
        <RoleDialog
          plan={plan}
          role={plan.roleById.get(editedRole.id ?? '') ?? null}
          holderId={editedRole.holderId}
          outcomeId={editedRole.outcomeId}
          onClose={() => setEditedRole(null)}
        />
      )}
    </Page>
  );
}
