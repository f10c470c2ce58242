import { ArrowDown, ArrowLeftRight, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { draftReadable } from '#shared/sops/diff';
import type { Readable } from '#shared/sops/diff';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { DiffView } from '../../../app/parts/sop-diff/diff-view.tsx';
import { sopTitles } from '../../../app/parts/sop-diff/sop-titles.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';

import { versionName } from './version-words.ts';
import css from './versions.module.css';

/** Which two are beside each other; null is the draft. */
export interface Compared {
  readonly beforeId: string | null;
  readonly afterId: string | null;
}

interface CompareDialogProps {
  readonly plan: Plan;
  readonly sop: Sop;
  /** Newest first. */
  readonly versions: readonly SopVersion[];
  readonly zone: string;
  readonly compared: Compared;
  readonly onChange: (compared: Compared) => void;
  readonly onClose: () => void;
}

const DRAFT = 'draft';

/** Any two versions, or one and the draft, step by step beside each other. */
export function CompareDialog(props: CompareDialogProps) {
  const { plan, sop, versions, zone, compared, onChange, onClose } = props;
  const { beforeId, afterId } = compared;
  const body = useRef<HTMLDivElement>(null);
  const readableOf = (id: string | null): Readable =>
    versions.find((version) => version.id === id) ?? draftReadable(sop);
  const options = [
    { value: DRAFT, label: t('sopVersions.compare.draft') },
    ...versions.map((version) => ({ value: version.id, label: versionName(version, zone) })),
  ];
  const idOf = (value: string): string | null => (value === DRAFT ? null : value);
  const walk = (by: 1 | -1): void => walkRows(body.current, by);
  return (
    <Dialog isOpen size="xl" title={t('sopVersions.compare.title')} onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is in it; the buttons do the same */}
      <div
        ref={body}
        role="group"
        aria-label={t('sopVersions.compare.title')}
        onKeyDown={(event) => {
          if (event.key !== 'F7') return;
          event.preventDefault();
          walk(event.shiftKey ? -1 : 1);
        }}
      >
        <div className={css['picker']}>
          <Select
            label={t('sopVersions.compare.before')}
            value={beforeId ?? DRAFT}
            options={options}
            onChange={(value) => onChange({ beforeId: idOf(value), afterId })}
          />
          <IconButton
            label={t('sopVersions.compare.swap')}
            icon={<ArrowLeftRight size={15} aria-hidden />}
            onClick={() => onChange({ beforeId: afterId, afterId: beforeId })}
          />
          <Select
            label={t('sopVersions.compare.after')}
            value={afterId ?? DRAFT}
            options={options}
            onChange={(value) => onChange({ beforeId, afterId: idOf(value) })}
          />
          <div className={css['walk']}>
            <IconButton
              label={t('sopVersions.compare.previous')}
              icon={<ArrowUp size={15} aria-hidden />}
              shortcut="Shift+F7"
              onClick={() => walk(-1)}
            />
            <IconButton
              label={t('sopVersions.compare.next')}
              icon={<ArrowDown size={15} aria-hidden />}
              shortcut="F7"
              onClick={() => walk(1)}
            />
          </div>
        </div>
        <DiffView
          key={`${beforeId} ${afterId}`}
          before={readableOf(beforeId)}
          after={readableOf(afterId)}
          sopTitle={sopTitles(plan)}
          layout="side"
        />
      </div>
    </Dialog>
  );
}

/** Goes to the next change, or the one before; from the last to the first. */
function walkRows(body: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(body?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length;
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'center' });
}
