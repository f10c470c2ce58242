import type { Json } from '../json.ts';
import type { Desk } from './desk.ts';
import type { ManagerWrite } from './given-work.ts';
import type { AssistantKey } from './people.ts';

const MINUTE_MS = 60_000;

interface Given {
  readonly person: AssistantKey;
  /** All ages are working minutes of the member before now. */
  readonly ago: number;
  readonly text: string;
  readonly confirmed?: { readonly ago: number; readonly text: string };
  readonly judged?: {
    readonly ago: number;
    readonly verdict: 'agreed' | 'corrected';
    readonly note: string;
  };
}

/** What the manager asked lately: one of each way that an instruction can stand. */
const GIVEN: readonly Given[] = [
  {
    person: 'joanna',
    ago: 700,
    text: 'From Monday on, net prices go in the column “Price (net)” and nowhere else. The shop adds the tax.',
    confirmed: {
      ago: 640,
      text: 'I fill “Price (net)” only and leave “Price” empty; I check two products in the shop after each sheet.',
    },
    judged: { ago: 600, verdict: 'agreed', note: '' },
  },
  {
    person: 'maricel',
    ago: 300,
    text: 'Customers whose lamp came without a bulb get one sent at once. No photograph needed, up to 20 dollars.',
    confirmed: {
      ago: 240,
      text: 'Bulb missing: I send one without asking for a picture, as long as it costs 20 dollars or less. Above that I ask you.',
    },
  },
  {
    person: 'paolo',
    ago: 500,
    text: 'Quillhaven’s school orders are answered within the shift, even when the quote itself takes longer.',
    confirmed: { ago: 420, text: 'School orders get their quote within the shift.' },
    judged: {
      ago: 360,
      verdict: 'corrected',
      note: 'Only the first answer is within the shift: say when the quote will come. The quote may take two days.',
    },
  },
  {
    person: 'camila',
    ago: 90,
    text: 'Invoices above 5,000 wait for my word before they are paid, also from suppliers we know.',
  },
];

/** Instructions and how they were said back. */
export function writeInstructions(
  desks: readonly Desk[],
  managerId: string,
  nowMs: number,
  writeAsManager: ManagerWrite,
): void {
  for (const { person, ago, text, confirmed, judged } of GIVEN) {
    const desk = desks.find((each) => each.person.key === person);
    if (!desk) continue;
    const before = (minutes: number): number =>
      Math.round(desk.clock.add(nowMs, -minutes * MINUTE_MS));
    const id = `sample-instruction-${person}`;
    const asked: Record<string, Json> = { text, byId: managerId, givenAtMs: before(ago) };
    writeAsManager(before(ago), desk, 'instruction', id, asked);
    if (!confirmed) continue;
    const confirmedAtMs = before(confirmed.ago);
    desk.write(confirmedAtMs, 'instruction', id, {
      confirmed: { text: confirmed.text, atMs: confirmedAtMs },
    });
    if (!judged) continue;
    const { verdict, note } = judged;
    const atMs = before(judged.ago);
    writeAsManager(atMs, desk, 'instruction', id, {
      judged: { verdict, note, byId: managerId, atMs, ofAtMs: confirmedAtMs },
    });
  }
}
