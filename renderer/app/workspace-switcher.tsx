import { ChevronsUpDown, Plus } from 'lucide-react';
import type { WorkspaceEntry } from '#shared/ipc';
import type { Plan } from '../data/plan.ts';
import { usePlan } from '../data/plan.ts';
import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { useSessionOf } from '../state/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { openWelcome } from '../state/screen.ts';
import { switchSeat } from './parts/seats.ts';
import css from './workspace-switcher.module.css';

/** Where and as whom one works; a menu of the other workspaces, and in the sample of the other seats. */
export function WorkspaceSwitcher({ isNarrow }: { readonly isNarrow: boolean }) {
  const { workspace, memberId, seat, start } = useSessionOf(
    'workspace',
    'memberId',
    'seat',
    'start',
  );
  const plan = usePlan();
  if (!workspace) return null;
  const name = plan?.memberById.get(memberId)?.name ?? '';
  const label = plan?.workspace?.name ?? workspace.name;
  return (
    <Menu
      trigger={
        <button
          type="button"
          id="workspace-switcher"
          className={css['switcher']}
          data-narrow={isNarrow || undefined}
          data-tooltip={isNarrow ? label : undefined}
        >
          <VisuallyHidden>{t('app.switcher.label')}</VisuallyHidden>
          <Avatar name={name || label} />
          {isNarrow && <VisuallyHidden>{label}</VisuallyHidden>}
          {!isNarrow && (
            <>
              <span className={css['words']}>
                <span className={css['workspace']}>{label}</span>
                <span className={css['person']}>
                  {name ? `${name}, ${t(`app.seat.${seat}`).toLowerCase()}` : t(`app.seat.${seat}`)}
                </span>
              </span>
              <ChevronsUpDown size={14} aria-hidden className={css['arrows']} />
            </>
          )}
        </button>
      }
      items={[
        ...seatItems(workspace, memberId, plan),
        ...workspaceItems(start?.workspaces ?? [], workspace),
        { key: 'end', kind: 'separator' },
        {
          key: 'add',
          label: t('app.switcher.add'),
          icon: <Plus aria-hidden />,
          onSelect: openWelcome,
        },
      ]}
    />
  );
}

/** The sample lets a visitor take every seat. */
export function seatItems(
  workspace: WorkspaceEntry,
  memberId: string,
  plan: Plan | undefined,
): readonly MenuItem[] {
  if (workspace.seats.length < 2) return [];
  const seats = workspace.seats.map((each): MenuItem => {
    const member = plan?.memberById.get(each.memberId);
    return {
      key: each.memberId,
      label: member?.name ?? each.memberId,
      hint: member?.title || t(`app.seat.${each.seat}`),
      isChecked: each.memberId === memberId,
      onSelect: () => void change(workspace, each.memberId),
    };
  });
  return [
    { key: 'seats', kind: 'heading', label: t('app.switcher.lookAs') },
    ...seats,
    { key: 'after-seats', kind: 'separator' },
  ];
}

function workspaceItems(
  workspaces: readonly WorkspaceEntry[],
  open: WorkspaceEntry,
): readonly MenuItem[] {
  const items = workspaces.map((entry): MenuItem => {
    const [seat] = entry.seats;
    return {
      key: entry.id,
      label: entry.name,
      hint: entry.isSample ? t('app.switcher.sampleHint') : undefined,
      isChecked: entry.id === open.id,
      onSelect: () => {
        if (entry.id !== open.id && seat) void change(entry, seat.memberId);
      },
    };
  });
  return [{ key: 'workspaces', kind: 'heading', label: t('app.switcher.workspaces') }, ...items];
}

async function change(entry: WorkspaceEntry, memberId: string): Promise<void> {
  const opened = await switchSeat(entry, memberId);
  if (!opened.ok) {
    // Nothing is open now: the doors, and the list of workspaces behind them, are the way on.
    openWelcome();
    showToast({
      tone: 'bad',
      title: t('app.switcher.failed'),
      text: failureText(opened.error).text,
    });
  }
}
