import type { SopTabProps } from '../sop-tab.ts';
import { VersionList } from '../version-list.tsx';

/** What was published, and when. */
export function VersionsTab({ draft, versions }: SopTabProps) {
  return <VersionList draft={draft} versions={versions} />;
}
