import type { ThreadLink } from '#shared/plan/goal-thread';
import { t } from '../../i18n/text.ts';

/** A step's name, or what is missing there. */
export const linkText = ({ level, name, gap }: ThreadLink): string =>
  gap === null ? name : t(`strategy.thread.${gap}.${level}`);

/** `Key result · Why: customers come back` */
export const linkWhy = ({ level, why }: ThreadLink): string =>
  `${t(`strategy.level.${level}`)} · ${t('strategy.thread.why', { why })}`;
