import { ChevronRight } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { SectionRow as Row } from './tree-rows.ts';
import css from './tree-row.module.css';

interface SectionRowProps {
  readonly id: string;
  readonly row: Row;
  readonly isActive: boolean;
  readonly startPx?: number | undefined;
  readonly onPress: (key: string) => void;
  readonly onToggle: (key: string, isExpanded: boolean) => void;
}

/** A heading over what hangs below nothing. */
export function SectionRow({ id, row, isActive, startPx, onPress, onToggle }: SectionRowProps) {
  const { key, section, count, isExpanded } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the tree's
    <div
      role="row"
      id={id}
      aria-level={1}
      aria-expanded={isExpanded}
      aria-selected={isActive}
      className={css['section']}
      data-active={isActive || undefined}
      style={startPx === undefined ? undefined : { transform: `translateY(${startPx}px)` }}
      onClick={() => onPress(key)}
    >
      <div role="gridcell" className={css['what']}>
        <button
          type="button"
          tabIndex={-1}
          className={css['toggle']}
          data-expanded={isExpanded || undefined}
          aria-label={isExpanded ? t('strategy.close') : t('strategy.expand')}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(key, !isExpanded);
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
        <div className={css['words']}>
          <span className={css['sectionName']}>{t(`strategy.section.${section}`, { count })}</span>
          <span className={css['sectionText']}>{t(`strategy.section.${section}Text`)}</span>
        </div>
      </div>
    </div>
  );
}
