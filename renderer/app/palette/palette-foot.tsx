import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './palette.module.css';
import type { Scope } from './scope.ts';
import { SCOPES, SCOPE_SIGNS } from './scope.ts';

const KEYS = [
  ['↑↓', 'move'],
  ['↵', 'open'],
  ['Esc', 'close'],
] as const;

interface PaletteFootProps {
  readonly scope: Scope | null;
  readonly onScope: (scope: Scope) => void;
}

/** The kinds that can be asked for alone, by their signs; and the keys. */
export function PaletteFoot({ scope, onScope }: PaletteFootProps) {
  const isManager = useSession((state) => state.seat === 'manager');
  // An assistant's people are all in what they log.
  const scopes = SCOPES.filter((each) => isManager || each !== 'members');
  return (
    <div className={css['foot']}>
      <div className={css['scopes']}>
        {scopes.map((each) => (
          <button
            key={each}
            type="button"
            className={css['scope']}
            aria-pressed={scope === each}
            // The line keeps the focus: a sign can be typed as well.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onScope(each)}
          >
            <Kbd>{SCOPE_SIGNS[each]}</Kbd> {t(`palette.scopes.${each}`)}
          </button>
        ))}
      </div>
      <p className={css['keys']} aria-hidden>
        {KEYS.map(([key, does]) => (
          <span key={key}>
            <Kbd>{key}</Kbd> {t(`palette.keys.${does}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
