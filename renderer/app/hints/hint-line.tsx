import '../../i18n/view-words.ts';
import { Lightbulb, X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../i18n/text.ts';
import { markSeen } from '../../services/hints.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './hint-line.module.css';
import { useIsTurnOf, waitForTurn } from './hint-turns.ts';
import { HINTS_IN_SAMPLE, HINTS_OFF, hintMark, useSeen } from './seen-names.ts';
import type { HintName } from './seen-names.ts';

/** A hint in a line beside what it is about, where nobody has read it yet and none else is on screen. */
export function HintLine({ name }: { readonly name: HintName }) {
  const isSample = useSession(({ workspace }) => workspace?.isSample === true);
  const isAskedFor = useSeen(HINTS_IN_SAMPLE);
  const isOff = useSeen(HINTS_OFF);
  const isRead = useSeen(hintMark(name));
  const isWanted = !isOff && !isRead && (!isSample || isAskedFor);
  const isTurn = useIsTurnOf(name);
  useEffect(() => (isWanted ? waitForTurn(name) : undefined), [isWanted, name]);
  if (!isWanted || !isTurn) return null;
  return (
    <div role="note" className={css['hint']}>
      <Lightbulb size={15} strokeWidth={1.75} aria-hidden className={css['icon']} />
      <p>{t(`hints.${name}`)}</p>
      <IconButton
        size="sm"
        label={t('hints.dismiss')}
        icon={<X size={14} aria-hidden />}
        onClick={() => void markSeen(hintMark(name))}
      />
    </div>
  );
}
