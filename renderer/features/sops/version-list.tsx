import { useState } from 'react';
import type { SopVersion } from '#shared/sops/sop';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { restoreVersion } from '../../services/sops.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SopPreview } from './sop-preview.tsx';
import type { SopDraft } from './use-sop-draft.ts';
import css from './version-list.module.css';

interface VersionListProps {
  readonly draft: SopDraft;
  /** Newest first. */
  readonly versions: readonly SopVersion[];
}

/** What was published and when; any version can be read again, or made the draft again. */
export function VersionList({ draft, versions }: VersionListProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const restore = async (version: SopVersion) => {
    if (!(await draft.flush())) return;
    const { number } = version;
    announceSaved(t('sops.history.restored', { number }), await restoreVersion(draft.sop, version));
  };
  if (versions.length === 0) return <p className={css['empty']}>{t('sops.history.empty')}</p>;
  return (
    <ol className={css['list']}>
      {versions.map((version, index) => {
        const { id, number } = version;
        const isOpen = openId === id;
        return (
          <li key={id} className={css['version']}>
            <p className={css['head']}>
              <strong>{t('sops.versionNumber', { number })}</strong>
              {index === 0 && <Badge tone="good">{t('sops.history.current')}</Badge>}
              <span className={css['when']}>
                {t('sops.history.published', { when: formatDateTime(version.publishedAtMs) })}
              </span>
            </p>
            <p className={css['note']}>{version.changeNote || t('sops.history.noNote')}</p>
            <div className={css['acts']}>
              <Button
                size="sm"
                aria-expanded={isOpen}
                onClick={() => setOpenId(isOpen ? null : id)}
              >
                {isOpen ? t('sops.history.hide', { number }) : t('sops.history.show', { number })}
              </Button>
              <Button size="sm" variant="quiet" onClick={() => void restore(version)}>
                {t('sops.history.restore')}
              </Button>
            </div>
            {isOpen && (
              <SopPreview title={version.title} purpose={version.purpose} steps={version.steps} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
