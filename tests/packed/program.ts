import { z } from 'zod';

const schema = z.object({
  folder: z.string(),
  executable: z.string(),
  resources: z.string(),
  archives: z.string(),
});

/** The packed program that is looked at, as `scripts/pack/packed-program.mjs` found it. */
export const program = schema.parse(JSON.parse(process.env['OUTLOG_PROGRAM'] ?? 'null'));
