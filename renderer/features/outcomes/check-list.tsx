import { Checkbox } from '../../ui/checkbox.tsx';
import type { Option } from '../../ui/select.tsx';
import css from './outcome-editor.module.css';

interface CheckListProps {
  readonly label: string;
  /** What is said where there is nothing to choose. */
  readonly none: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of known choices, all in sight. */
export function CheckList({ label, none, options, chosen, onChange }: CheckListProps) {
  return (
    <fieldset className={css['members']}>
      <legend className={css['membersLabel']}>{label}</legend>
      {options.length === 0 && <p className={css['state']}>{none}</p>}
      {options.map(({ value, label, hint }) => (
        <Checkbox
          key={value}
          label={label}
          description={hint}
          checked={chosen.includes(value)}
          onChange={(isIn) =>
            onChange(isIn ? [...chosen, value] : chosen.filter((each) => each !== value))
          }
        />
      ))}
    </fieldset>
  );
}
