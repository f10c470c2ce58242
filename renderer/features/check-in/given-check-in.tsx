import type { Member } from '#shared/plan/member';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import type { CheckInEntry } from '../../data/check-ins.ts';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './check-in-view.module.css';

interface GivenCheckInProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly given: CheckInEntry;
  readonly onChange: () => void;
}

/** What was said this morning, and how far it has come. */
export function GivenCheckIn({ plan, member, given, onChange }: GivenCheckInProps) {
  const { planned, alsoPlanned, heldUpBy, checkedInAtMs } = given;
  return (
    <Panel
      title={t('checkIn.given.plan')}
      actions={
        <Button size="sm" onClick={onChange}>
          {t('checkIn.form.change')}
        </Button>
      }
    >
      {planned.length === 0 && <p className={css['faint']}>{t('checkIn.given.nothingPlanned')}</p>}
      <ul className={css['planned']}>
        {planned.map(({ workId, outcomeId, title }) => (
          <li key={workId}>
            {title}
            <span className={css['faint']}> {plan.outcomeById.get(outcomeId)?.name}</span>
          </li>
        ))}
      </ul>
      {alsoPlanned !== '' && <p className={css['words']}>{alsoPlanned}</p>}
      <p className={css['words']}>
        <span className={css['faint']}>{t('checkIn.given.heldUp')}: </span>
        {heldUpBy || t('checkIn.given.nothing')}
      </p>
      {checkedInAtMs !== null && (
        <p className={css['sent']}>
          <SaveMark of={given} />
          {t('checkIn.given.at', { when: formatDateTime(checkedInAtMs, member.timeZone) })}
        </p>
      )}
    </Panel>
  );
}
