import type { Json } from '../../../shared/json.ts';
import type { Random } from '../../../shared/random.ts';
import { PLAN_TYPES } from '../../../shared/record-types.ts';
import type { Fields } from '../../../shared/stream/change.ts';
import { parseHlc } from '../../../shared/stream/clock.ts';
import type { TestDevice } from '../../electron/sync/parts/test-device.ts';

const TYPES = [
  ...PLAN_TYPES,
  'deliverable',
  'recurrence',
  'run',
  'checkIn',
  'suggestion',
  'acknowledgement',
  'signOff',
  'handOver',
  'receipt',
  'import',
  'view',
  'outage',
  'epoch',
  'device',
  'moonPhase',
];

/** Names that programs read something into. */
const FIELDS = [
  'title',
  'name',
  'status',
  'quantity',
  'note',
  'memberId',
  'clientId',
  'outcomeId',
  'completedAtMs',
  'startedAtMs',
  'dueDay',
  'day',
  'steps',
  'answers',
  'seq',
  'h',
  'streamKey',
  'atMs',
  'block.a1',
  'rework.b2',
  '',
  '0',
  'toString',
  'valueOf',
];

const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  2 ** 48,
  '',
  'x'.repeat(5_000),
  '\u0000\u202E\uFFFD',
  '2026-13-45',
  '9999-12-31',
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { a: { b: { c: { d: null } } } },
  [null, 'a', 1, { z: true }],
  { fromMs: 5, toMs: 1, on: 3, reason: [] },
];

const CLOCKS = ['0000000000000000', 'ffffffffffffffff', '00000000ffffffff', '01a2024a69c4000f'];

/** Writes changes that every check of form lets through and that no sound program would write. */
export function writeHostile(device: TestDevice, name: string, random: Random): TestDevice {
  for (let left = random.whole(1, 12); left > 0; left -= 1) {
    const id = `${random.pick(['202611-', '999999-', '', 'a.'])}${name}${random.whole(1, 4)}`;
    const { ms } = parseHlc(random.pick(CLOCKS)) ?? { ms: 0 };
    device.write(random.pick(TYPES), id, hostileFields(random), ms);
  }
  return device;
}

function hostileFields(random: Random): Fields {
  const fields: Record<string, Json> = {};
  for (let left = random.whole(1, 6); left > 0; left -= 1) {
    fields[random.pick(FIELDS)] = random.pick(VALUES);
  }
  return fields;
}
