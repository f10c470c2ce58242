import { app } from './app.ts';
import { assign } from './assign.ts';
import { checklists } from './checklists.ts';
import { encryption } from './encryption.ts';
import { evidence } from './evidence.ts';
import { failures } from './failures.ts';
import { importTable } from './import.ts';
import { log } from './log.ts';
import { measures } from './measures.ts';
import { outcomes } from './outcomes.ts';
import { outages } from './outages.ts';
import { overview } from './overview.ts';
import { planProblems } from './plan-problems.ts';
import { schedules } from './schedules.ts';
import { sopRules } from './sop-rules.ts';
import { sopVersions } from './sop-versions.ts';
import { sopInsights } from './sop-insights.ts';
import { sops } from './sops.ts';
import { strategy } from './strategy.ts';
import { sync } from './sync.ts';
import { team } from './team.ts';
import { teamwork } from './teamwork.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { units } from './units.ts';
import { work } from './work.ts';

/** The texts that are at hand from the first paint on, by area; see `view-catalogue.ts` for the others. */
export const catalogue = {
  app,
  ui,
  units,
  today,
  log,
  checklists,
  overview,
  strategy,
  work,
  assign,
  outcomes,
  outages,
  measures,
  planProblems,
  sops,
  sopInsights,
  sopVersions,
  sopRules,
  schedules,
  team,
  teamwork,
  encryption,
  evidence,
  import: importTable,
  sync,
  failures,
} as const;
