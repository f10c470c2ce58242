import { Popover } from '@base-ui/react/popover';
import { Info } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import popup from '../popup.module.css';
import css from './charts.module.css';

interface DefinitionProps {
  /** What is defined: `Accuracy`. */
  readonly name: string;
  /** What it means, in words. */
  readonly text: string;
}

/** What a figure means, one press away from it. */
export function Definition({ name, text }: DefinitionProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className={css['definition']} aria-label={t('ui.chart.define', { name })}>
        <Info size={14} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popup['positioner']} sideOffset={4} align="start">
          <Popover.Popup className={`${popup['popup']} ${css['meaning']}`}>
            <Popover.Title className={css['meaningTitle']}>{name}</Popover.Title>
            <Popover.Description className={css['meaningText']}>{text}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
