import { helpDay } from './help-day.ts';
import { helpFigures } from './help-figures.ts';
import { helpPlan } from './help-plan.ts';
import { helpTasks } from './help-tasks.ts';
import { helpTerms } from './help-terms.ts';
import { helpTravel } from './help-travel.ts';

/** The pages of the help, by area: they come when somebody asks for help. */
export const helpCatalogue = {
  helpDay,
  helpFigures,
  helpPlan,
  helpTravel,
  helpTasks,
  helpTerms,
} as const;
