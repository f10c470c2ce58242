import { app } from './app.ts';
import { assign } from './assign.ts';
import { calendars } from './calendars.ts';
import { checklists } from './checklists.ts';
import { encryption } from './encryption.ts';
import { evidence } from './evidence.ts';
import { failures } from './failures.ts';
import { importTable } from './import.ts';
import { log } from './log.ts';
import { measures } from './measures.ts';
import { outcomeTemplates } from './outcome-templates.ts';
import { outcomes } from './outcomes.ts';
import { outages } from './outages.ts';
import { overview } from './overview.ts';
import { planProblems } from './plan-problems.ts';
import { receiver } from './receiver.ts';
import { roles } from './roles.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { sopRules } from './sop-rules.ts';
import { sopVersions } from './sop-versions.ts';
import { sopInsights } from './sop-insights.ts';
import { sopPort } from './sop-port.ts';
import { sops } from './sops.ts';
import { strategy } from './strategy.ts';
import { sync } from './sync.ts';
import { team } from './team.ts';
import { teamwork } from './teamwork.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { welcome } from './welcome.ts';
import { work } from './work.ts';
import { wrapUp } from './wrap-up.ts';

/** Every text that a person can read, by area. */
export const catalogue = {
  app,
  ui,
  welcome,
  today,
  log,
  checklists,
  wrapUp,
  overview,
  strategy,
  work,
  assign,
  outcomes,
  outcomeTemplates,
  outages,
  measures,
  receiver,
  roles,
  planProblems,
  sops,
  sopPort,
  sopInsights,
  sopVersions,
  sopRules,
  schedules,
  team,
  teamwork,
  calendars,
  encryption,
  evidence,
  import: importTable,
  sync,
  settings,
  failures,
} as const;
