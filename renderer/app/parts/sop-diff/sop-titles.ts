import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';

/** What a step that runs another SOP calls it. */
export const sopTitles =
  (plan: Plan) =>
  (sopId: string): string =>
    plan.sopById.get(sopId)?.title || t('sops.untitled');
