import { useState } from 'react';
import type { SopVersion } from '#shared/sops/sop';
import { dayIn } from '#shared/day';
import type { Plan } from '../../../data/plan.ts';
import { formatDateTime, formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { today } from '../../../services/clock.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import { VersionActs } from './version-acts.tsx';
import { creditNames, memberName } from './version-words.ts';
import css from './versions.module.css';
import { VersionText } from './version-text.tsx';

interface VersionItemProps {
  readonly plan: Plan;
  readonly version: SopVersion;
  readonly zone: string;
  readonly isInForce: boolean;
  /** Undefined for the first, which changed nothing. */
  readonly onCompare: (() => void) | undefined;
  /** Undefined while somebody reads the draft. */
  readonly onRestore: (() => void) | undefined;
  /** Ways to take it out as a file. */
  readonly files: readonly MenuItem[];
}

/** One publication. */
export function VersionItem(props: VersionItemProps) {
  const { plan, version, zone, isInForce, onCompare, onRestore, files } = props;
  const { number, changeNote, changeReason, publishedAtMs, publishedById } = version;
  const [isOpen, setIsOpen] = useState(false);
  const credits = creditNames(plan, version);
  const day = publishedAtMs === 0 ? '' : dayIn(zone, publishedAtMs);
  const isLater = version.effectiveOn > day;
  return (
    <li className={css['version']}>
      <p className={css['head']}>
        <strong>{t('sops.versionNumber', { number })}</strong>
        {isInForce && <Badge tone="good">{t('sopVersions.list.inForce')}</Badge>}
        {isLater && !isInForce && version.effectiveOn > today(zone) && (
          <Badge tone="accent">
            {t('sopVersions.list.from', { day: formatDay(version.effectiveOn) })}
          </Badge>
        )}
        {publishedAtMs > 0 && (
          <span className={css['when']}>
            {t('sopVersions.list.by', {
              when: formatDateTime(publishedAtMs, zone),
              name: memberName(plan, publishedById),
            })}
          </span>
        )}
      </p>
      <p className={changeNote ? css['note'] : css['when']}>
        {changeNote || t('sopVersions.list.noNote')}
      </p>
      {changeReason && (
        <p className={css['reason']}>
          <span className={css['when']}>{t('sopVersions.list.why')}</span> {changeReason}
        </p>
      )}
      {credits && <p className={css['when']}>{t('sopVersions.list.credit', { names: credits })}</p>}
      {!Number.isInteger(number) && (
        <p className={css['beside']}>
          {t('sopVersions.list.beside', { number: Math.floor(number) })}
        </p>
      )}
      <VersionActs
        number={number}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
        onCompare={onCompare}
        onRestore={onRestore}
        files={files}
      />
      {isOpen && (
        <div className={css['reading']}>
          <VersionText version={version} />
        </div>
      )}
    </li>
  );
}
