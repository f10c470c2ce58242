import { calendars } from './calendars.ts';
import { outcomeTemplates } from './outcome-templates.ts';
import { receiver } from './receiver.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { sopPort } from './sop-port.ts';
import { welcome } from './welcome.ts';
import { wrapUp } from './wrap-up.ts';

/** Texts of single views, by area: they come with the code of those views. */
export const viewCatalogue = {
  calendars,
  outcomeTemplates,
  receiver,
  roles,
  settings,
  sopPort,
  welcome,
  wrapUp,
} as const;
