import { lazy, Suspense } from 'react';
import type { DayKey } from '#shared/day';
import { t } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import type { DaysOff } from './holiday-panel.tsx';

export interface HolidayPickerProps {
  readonly daysOff: DaysOff;
  readonly today: DayKey;
  readonly onApply: (daysOff: DaysOff) => void;
  readonly onClose: () => void;
}

const HolidayPickerDialog = lazy(async () => {
  const { HolidayPickerDialog } = await import('./holiday-picker-dialog.tsx');
  return { default: HolidayPickerDialog };
});

/** The holidays of all countries are large: they are read when somebody asks for them. */
export function HolidayPicker(props: HolidayPickerProps) {
  return (
    <Suspense
      fallback={
        <Dialog isOpen onClose={props.onClose} title={t('calendars.holidays.title')}>
          <LoadingState />
        </Dialog>
      }
    >
      <HolidayPickerDialog {...props} />
    </Suspense>
  );
}
