import { Coffee, X } from 'lucide-react';
import type { Hours, ShiftDraft } from '#shared/plan/weekly-hours';
import { stretchOf } from '#shared/plan/weekly-hours';
import { TimeField } from '../../app/parts/time-field.tsx';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './week-editor.module.css';
import { isOverMidnight } from './week-words.ts';

interface ShiftFieldsProps {
  /** The weekday, with the shift's number where there are several: what every field is of. */
  readonly of: string;
  readonly shift: ShiftDraft;
  readonly onChange: (shift: ShiftDraft) => void;
  /** Absent for a day's only shift: the day itself is ticked off. */
  readonly onRemove: (() => void) | undefined;
}

/** One shift: from, to, and its breaks. */
export function ShiftFields({ of, shift, onChange, onRemove }: ShiftFieldsProps) {
  const change = (part: Partial<ShiftDraft>) => onChange({ ...shift, ...part });
  const changeBreak = (at: number, part: Partial<Hours>) =>
    change({
      breaks: shift.breaks.map((each, other) => (other === at ? { ...each, ...part } : each)),
    });
  return (
    <div className={css['shift']}>
      <span className={css['hours']}>
        <TimeField
          isLabelHidden
          label={t('calendars.week.from', { of })}
          minute={shift.fromMinute}
          onChange={(fromMinute) => change({ fromMinute })}
        />
        <span aria-hidden>–</span>
        <TimeField
          isLabelHidden
          label={t('calendars.week.to', { of })}
          minute={shift.toMinute}
          onChange={(toMinute) => change({ toMinute })}
        />
      </span>
      <span className={css['next']}>{isOverMidnight(shift) && t('calendars.week.nextDay')}</span>
      {shift.breaks.map((each, at) => {
        const number = shift.breaks.length > 1 ? ` ${at + 1}` : '';
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a break has no identity but its place
          <span key={at} className={css['break']}>
            <span aria-hidden className={css['breakWord']}>
              {t('calendars.week.break')}
            </span>
            <TimeField
              isLabelHidden
              label={t('calendars.week.breakFrom', { of, number })}
              minute={each.fromMinute}
              onChange={(fromMinute) => changeBreak(at, { fromMinute })}
            />
            <span aria-hidden>–</span>
            <TimeField
              isLabelHidden
              label={t('calendars.week.breakTo', { of, number })}
              minute={each.toMinute}
              onChange={(toMinute) => changeBreak(at, { toMinute })}
            />
            <IconButton
              size="sm"
              label={t('calendars.week.breakRemove', { of, number })}
              icon={<X size={12} aria-hidden />}
              onClick={() => change({ breaks: shift.breaks.filter((_, other) => other !== at) })}
            />
          </span>
        );
      })}
      <span className={css['shiftActs']}>
        <IconButton
          size="sm"
          label={t('calendars.week.breakAdd', { of })}
          icon={<Coffee size={13} aria-hidden />}
          onClick={() => change({ breaks: [...shift.breaks, newBreak(shift)] })}
        />
        {onRemove && (
          <IconButton
            size="sm"
            label={t('calendars.week.shiftRemove', { of })}
            icon={<X size={13} aria-hidden />}
            onClick={onRemove}
          />
        )}
      </span>
    </div>
  );
}

/** Half an hour in the middle of what is left after the last break. */
function newBreak(shift: ShiftDraft): Hours {
  const { from, to } = stretchOf(shift);
  const lastEnd = shift.breaks.at(-1)?.toMinute;
  const begun = lastEnd === undefined ? from : lastEnd < from ? lastEnd + 1440 : lastEnd;
  const middle = Math.floor((begun + to) / 2 / 15) * 15;
  return { fromMinute: middle % 1440, toMinute: Math.min(middle + 30, to) % 1440 };
}
