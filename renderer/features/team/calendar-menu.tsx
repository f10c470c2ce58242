import { MoreHorizontal } from 'lucide-react';
import type { Calendar } from '#shared/plan/calendar';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { setCalendarArchived } from '../../services/calendars.ts';
import { go } from '../../state/route.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { isUsed, usersOf, userNames } from './calendar-users.ts';

interface CalendarMenuProps {
  readonly plan: Plan;
  readonly calendar: Calendar;
}

/** Archives a calendar that nobody works by any more, or brings one back. */
export function CalendarMenu({ plan, calendar }: CalendarMenuProps) {
  const users = usersOf(plan, calendar.id);
  const isArchived = calendar.isArchived === true;
  const archive = async () => {
    const saved = await setCalendarArchived(calendar, !isArchived);
    const label = isArchived ? 'calendars.undo.restored' : 'calendars.undo.archived';
    if (announceSaved(t(label, { name: calendar.name }), saved)) go('team', { tab: 'calendars' });
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('calendars.more', { name: calendar.name })}
          icon={<MoreHorizontal size={16} aria-hidden />}
        />
      }
      items={[
        ...(isUsed(users)
          ? [
              {
                key: 'used',
                kind: 'heading' as const,
                label: t('calendars.usedBy', { names: userNames(users) }),
              },
            ]
          : []),
        {
          key: 'archive',
          label: isArchived ? t('calendars.restore') : t('calendars.archive'),
          isDisabled: !isArchived && isUsed(users),
          onSelect: () => void archive(),
        },
      ]}
    />
  );
}
