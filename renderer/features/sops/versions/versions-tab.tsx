import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { sopState } from '#shared/sops/draft';
import { sopStage } from '#shared/sops/review';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { today } from '../../../services/clock.ts';
import { t } from '../../../i18n/text.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useSopFiles } from '../port/use-sop-files.tsx';
import { writtenVersion } from '../port/written-sop.ts';
import type { SopTabProps } from '../sop-tab.ts';
import type { Compared } from './compare-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { VersionItem } from './version-item.tsx';
import css from './versions.module.css';

/** What was published, when, why and by whom; each can be read, compared, and made the draft again. */
export function VersionsTab({ plan, sop, versions, draft }: SopTabProps) {
  const memberId = useSession((session) => session.memberId);
  const [compared, setCompared] = useState<Compared | null>(null);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  const inForce = versionInForce(versions, today(zone));
  const [newest] = versions;
  const files = useSopFiles(plan);
  const canEdit = sopStage(sop, newest ?? null) !== 'inReview';
  const restore = ({ title, purpose, steps, sections, number }: SopVersion): void => {
    draft.replaceOutline({ title, purpose, steps, sections });
    showToast({ title: t('sopVersions.list.restored', { number }), tone: 'good' });
  };
  if (!newest) {
    return (
      <EmptyState title={t('sopVersions.list.empty')} text={t('sopVersions.list.emptyText')} />
    );
  }
  return (
    <div className={css['tab']}>
      <Button
        size="sm"
        icon={<GitCompareArrows size={14} aria-hidden />}
        onClick={() => setCompared(latestChange(sop, newest, versions[1]))}
      >
        {t('sopVersions.list.compare')}
      </Button>
      <ol className={css['list']}>
        {versions.map((version, index) => {
          const previous = versions[index + 1];
          return (
            <VersionItem
              key={version.id}
              plan={plan}
              version={version}
              zone={zone}
              isInForce={version.id === inForce?.id}
              onCompare={
                previous
                  ? () => setCompared({ beforeId: previous.id, afterId: version.id })
                  : undefined
              }
              onRestore={canEdit ? () => restore(version) : undefined}
              files={files.items(version.id, writtenVersion(plan, sop, version))}
            />
          );
        })}
      </ol>
      {files.sheet}
      {compared && (
        <CompareDialog
          plan={plan}
          sop={sop}
          versions={versions}
          zone={zone}
          compared={compared}
          onChange={setCompared}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  );
}

/** What was written since the newest version; where that is nothing, what the newest one changed. */
const latestChange = (sop: Sop, newest: SopVersion, before: SopVersion | undefined): Compared =>
  before && sopState(sop, newest) === 'published'
    ? { beforeId: before.id, afterId: newest.id }
    : { beforeId: newest.id, afterId: null };
