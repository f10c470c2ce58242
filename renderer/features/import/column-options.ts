import type { TableOutline } from '#shared/imports/table-session';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';

/** The choice of no column. */
const NO_COLUMN = 'none';

/** Every column by its header, with its first value beside it; first the choice of none. */
export function columnOptions(
  { profiles }: TableOutline,
  none: string = t('import.map.none'),
): readonly Option[] {
  return [
    { value: NO_COLUMN, label: none },
    ...profiles.map(({ header, samples, index }) => ({
      value: String(index),
      label: header,
      hint: shortened(samples[0]),
    })),
  ];
}

export const optionOf = (column: number | null | undefined): string =>
  column === null || column === undefined ? NO_COLUMN : String(column);

export const columnOf = (option: string): number | null =>
  option === NO_COLUMN ? null : Number(option);

const HINT_CHARS = 24;

const shortened = (sample: string | undefined): string | undefined =>
  sample && sample.length > HINT_CHARS ? `${sample.slice(0, HINT_CHARS)}…` : sample;
