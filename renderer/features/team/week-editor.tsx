import { Copy, Plus } from 'lucide-react';
import { hoursProblems } from '#shared/plan/hours-problems';
import { USUAL_SHIFT, WEEKDAYS } from '#shared/plan/weekly-hours';
import type { DayDraft, ShiftDraft } from '#shared/plan/weekly-hours';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { DayBars } from './day-bars.tsx';
import { ShiftFields } from './shift-fields.tsx';
import { HourScale } from './hour-scale.tsx';
import css from './week-editor.module.css';
import { hoursProblemWords, hoursWords, weekdayName } from './week-words.ts';

interface WeekEditorProps {
  readonly week: readonly DayDraft[];
  readonly onChange: (week: readonly DayDraft[]) => void;
  /** Bars stand beside the fields where there is room. */
  readonly hasBars?: boolean | undefined;
}

/** Seven days, each with its shifts and breaks. Times are stepped with the arrow keys. */
export function WeekEditor({ week, onChange, hasBars = false }: WeekEditorProps) {
  const problems = hoursProblems(week);
  const put = (day: DayDraft) =>
    onChange(week.map((other) => (other.weekday === day.weekday ? day : other)));
  return (
    <div className={css['week']} data-bars={hasBars || undefined}>
      {hasBars && (
        <div className={css['head']}>
          <HourScale />
        </div>
      )}
      {week.map((day, at) => {
        const name = weekdayName(day.weekday);
        const own = problems.filter(({ weekday }) => weekday === day.weekday);
        return (
          <div key={day.weekday} className={css['row']} role="group" aria-label={name}>
            <Checkbox
              label={name}
              checked={day.shifts.length > 0}
              onChange={(isWorked) =>
                put({ ...day, shifts: isWorked ? [likeNeighbour(week, at)] : [] })
              }
            />
            <div className={css['shifts']}>
              <DayShifts day={day} name={name} onChange={put} />
              {own.map((problem) => (
                <p key={`${problem.shift} ${problem.code}`} role="alert" className={css['wrong']}>
                  {day.shifts.length > 1
                    ? t('calendars.week.ofShift', {
                        number: problem.shift + 1,
                        problem: hoursProblemWords(problem),
                      })
                    : hoursProblemWords(problem)}
                </p>
              ))}
            </div>
            {hasBars && <DayBars day={day} before={week[(at + 6) % 7]} />}
            <span className={css['sum']}>{day.shifts.length > 0 && hoursWords([day])}</span>
            <Menu
              align="end"
              trigger={
                <IconButton
                  size="sm"
                  label={t('calendars.week.copy', { day: name })}
                  icon={<Copy size={13} aria-hidden />}
                />
              }
              items={copyItems(week, day, onChange)}
            />
          </div>
        );
      })}
    </div>
  );
}

interface DayShiftsProps {
  readonly day: DayDraft;
  readonly name: string;
  readonly onChange: (day: DayDraft) => void;
}

function DayShifts({ day, name, onChange }: DayShiftsProps) {
  const { shifts } = day;
  if (shifts.length === 0) return <p className={css['off']}>{t('calendars.week.dayOff')}</p>;
  const put = (at: number, shift: ShiftDraft) =>
    onChange({ ...day, shifts: shifts.map((each, other) => (other === at ? shift : each)) });
  return shifts.map((shift, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a shift has no identity but its place
    <div key={at} className={css['line']}>
      <ShiftFields
        of={shifts.length > 1 ? t('calendars.week.nth', { day: name, number: at + 1 }) : name}
        shift={shift}
        onChange={(next) => put(at, next)}
        onRemove={
          shifts.length > 1
            ? () => onChange({ ...day, shifts: shifts.filter((_, other) => other !== at) })
            : undefined
        }
      />
      {at === shifts.length - 1 && (
        <IconButton
          size="sm"
          label={t('calendars.week.shiftAdd', { day: name })}
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...day, shifts: [...shifts, nextShift(shift)] })}
        />
      )}
    </div>
  ));
}

function copyItems(
  week: readonly DayDraft[],
  day: DayDraft,
  onChange: (week: readonly DayDraft[]) => void,
): readonly MenuItem[] {
  const copyTo = (key: string, label: string, isMeant: (other: DayDraft) => boolean): MenuItem => ({
    key,
    label,
    onSelect: () =>
      onChange(week.map((other) => (isMeant(other) ? { ...other, shifts: day.shifts } : other))),
  });
  return [
    copyTo('worked', t('calendars.week.copyWorked'), ({ shifts }) => shifts.length > 0),
    copyTo('weekdays', t('calendars.week.copyWeekdays'), ({ weekday }) => weekday <= 5),
    copyTo('all', t('calendars.week.copyAll'), () => true),
    { key: 'rule', kind: 'separator' },
    ...WEEKDAYS.filter((weekday) => weekday !== day.weekday).map((weekday) =>
      copyTo(
        `${weekday}`,
        t('calendars.week.copyTo', { day: weekdayName(weekday) }),
        (other) => other.weekday === weekday,
      ),
    ),
  ];
}

/** A day that becomes worked begins as the worked day before it does. */
function likeNeighbour(week: readonly DayDraft[], at: number): ShiftDraft {
  const before = week.slice(0, at).findLast(({ shifts }) => shifts.length > 0);
  return (before ?? week.find(({ shifts }) => shifts.length > 0))?.shifts[0] ?? USUAL_SHIFT;
}

/** A second shift begins where the first ends, and is four hours long. */
const nextShift = ({ toMinute }: ShiftDraft): ShiftDraft => ({
  fromMinute: toMinute % 1440,
  toMinute: (toMinute + 240) % 1440,
  breaks: [],
});
