import type { Figure } from './figures.ts';
import { figureLine, figureTable, isWithinLimit } from './figures.ts';
import { measureFlushEndpoint } from './flush-endpoint.ts';
import { measureFlushFolder } from './flush-folder.ts';
import { measureInsights } from './insights.ts';
import { measureImport } from './import.ts';
import { measureMemory } from './memory.ts';
import { measureMetrics } from './metrics.ts';
import { measureMovingIn } from './moving-in.ts';
import { measureProjection } from './projection.ts';
import { measureReceiverFolder } from './receiver-folder.ts';
import { measureReceiverPostgres } from './receiver-postgres.ts';
import { measureRollup } from './rollup.ts';
import { measureRun } from './run-steps.ts';
import { measureSaved } from './saved.ts';
import { measureSopEdit } from './sop-edit.ts';
import { measureSopSearch } from './sop-search.ts';
import { measureSpreadsheet } from './spreadsheet.ts';
import { measureStartup } from './startup.ts';
import { measureTickets } from './tickets.ts';
import { measureWeak } from './weak.ts';
import { measureWorktime } from './worktime.ts';

const BENCHES: Readonly<Record<string, () => Promise<Figure>>> = {
  startup: measureStartup,
  saved: measureSaved,
  run: measureRun,
  'sop-edit': measureSopEdit,
  'sop-search': measureSopSearch,
  memory: measureMemory,
  weak: measureWeak,
  tickets: measureTickets,
  'moving-in': measureMovingIn,
  worktime: measureWorktime,
  metrics: measureMetrics,
  rollup: measureRollup,
  projection: measureProjection,
  import: measureImport,
  insights: measureInsights,
  spreadsheet: measureSpreadsheet,
  'flush-folder': measureFlushFolder,
  'flush-endpoint': measureFlushEndpoint,
  'receiver-folder': measureReceiverFolder,
  'receiver-postgres': measureReceiverPostgres,
};

/** `npm run bench [NAME…] [--json]`: each figure beside its limit; a limit that is not kept fails the run. */
async function run(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (!isJson) console.error(`measuring ${name}…`);
    const figure = await measure();
    figures.push(figure);
    if (isJson) console.log(figureLine(figure));
  }
  if (!isJson) console.log(figureTable(figures));
  return figures.every(isWithinLimit) ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2));
