import { Ellipsis } from 'lucide-react';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import css from './versions.module.css';

interface VersionActsProps {
  readonly number: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onCompare: (() => void) | undefined;
  readonly onRestore: (() => void) | undefined;
  readonly files: readonly MenuItem[];
}

/** What can be done with a version: it is read, compared, made the draft, and taken out as a file. */
export function VersionActs(props: VersionActsProps) {
  const { number, isOpen, onToggle, onCompare, onRestore, files } = props;
  return (
    <div className={css['acts']}>
      <Button
        size="sm"
        variant="quiet"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'sopVersions.list.hideLabel' : 'sopVersions.list.showLabel', {
          number,
        })}
        onClick={onToggle}
      >
        {t(isOpen ? 'sopVersions.list.hide' : 'sopVersions.list.show')}
      </Button>
      {onCompare && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('sopVersions.list.changesLabel', { number })}
          onClick={onCompare}
        >
          {t('sopVersions.list.changes')}
        </Button>
      )}
      {onRestore && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('sopVersions.list.restoreLabel', { number })}
          onClick={onRestore}
        >
          {t('sopVersions.list.restore')}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            label={t('sopVersions.list.more', { number })}
            icon={<Ellipsis size={14} aria-hidden />}
          />
        }
        items={files}
      />
    </div>
  );
}
