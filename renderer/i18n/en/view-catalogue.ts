import { attention } from './attention.ts';
import { calendars } from './calendars.ts';
import { checkIn } from './check-in.ts';
import { firstSteps } from './first-steps.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { outside } from './outside.ts';
import { palette } from './palette.ts';
import { hints } from './hints.ts';
import { privacy } from './privacy.ts';
import { insights } from './insights.ts';
import { insightsFlow } from './insights-flow.ts';
import { outcomeTemplates } from './outcome-templates.ts';
import { quality } from './quality.ts';
import { receiver } from './receiver.ts';
import { reports } from './reports.ts';
import { reviews } from './reviews.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { sopPort } from './sop-port.ts';
import { translations } from './translations.ts';
import { welcome } from './welcome.ts';
import { wrapUp } from './wrap-up.ts';

/** Texts of single views, by area: they come with the code of those views. */
export const viewCatalogue = {
  attention,
  calendars,
  checkIn,
  firstSteps,
  handover,
  help,
  hints,
  outside,
  palette,
  privacy,
  insights,
  insightsFlow,
  outcomeTemplates,
  quality,
  receiver,
  reports,
  reviews,
  roles,
  settings,
  sopPort,
  translations,
  welcome,
  wrapUp,
} as const;
