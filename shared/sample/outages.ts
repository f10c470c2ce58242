import type { Outage } from '../outages/outage.ts';
import { outageId, seenOutageFields } from '../outages/outage.ts';
import type { Json } from '../json.ts';
import type { Desk } from './desk.ts';
import type { AssistantKey } from './people.ts';
import type { Story } from './story.ts';
import type { WorkDay } from './work-days.ts';

const MINUTE_MS = 60_000;

/** A gap as the program saw it or its member told it, and what was said of it then. */
type Gap = Pick<Outage, 'kind' | 'seenBy' | 'fromMs' | 'isSure'> &
  Partial<Pick<Outage, 'verdict' | 'reason' | 'note'>> & {
    readonly toMs: number;
    /** When it was answered; as soon as it was over where nothing else is said. */
    readonly answeredAtMs?: number;
  };

/**
 * The gaps in power and connection that 90 days bring: the storm and a few ordinary ones; some seen
 * beyond doubt, some answered, dismissed or told, and the latest still waiting for an answer.
 */
export function writeOutages(desks: readonly Desk[], story: Story, nowMs: number): void {
  for (const desk of desks) {
    for (const gap of gapsOf(desk, story, nowMs)) writeGap(desk, gap);
  }
}

function gapsOf(desk: Desk, story: Story, nowMs: number): readonly Gap[] {
  const { clock } = desk;
  const worked = desk.days.filter(({ endMs }) => endMs <= nowMs);
  const ago = (count: number): WorkDay | undefined => worked[worked.length - count];
  /** From so many working minutes into a day, for so many minutes by the wall clock. */
  const within = (day: WorkDay | undefined, atMinute: number, minutes: number) =>
    day && [spanFrom(clock.add(day.startMs, atMinute * MINUTE_MS), minutes)];
  const gaps: Readonly<Record<AssistantKey, readonly (readonly Gap[] | undefined)[]>> = {
    joanna: [
      storm(desk, story),
      early(ago(12), 38)?.map((span) => ({ ...STOP, ...span, isSure: true, reason: 'power-cut' })),
      within(ago(1), 130, 47)?.map((span) => ({ ...SILENCE, ...span })),
    ],
    maricel: [
      within(ago(9), 200, 82)?.map((span) => ({
        ...SILENCE,
        ...span,
        verdict: 'outage',
        reason: 'internet-down',
        note: 'Fibre cut in our street, the provider sent a text.',
      })),
    ],
    paolo: [
      within(ago(4), 90, 26)?.map((span) => ({
        ...STOP,
        ...span,
        verdict: 'none',
        reason: 'computer',
        note: 'I ended it by mistake while I tidied up.',
      })),
    ],
    camila: [
      within(ago(15), 240, 95)?.map((span) => ({
        ...span,
        kind: 'connection',
        seenBy: 'told',
        isSure: false,
        verdict: 'outage',
        reason: 'planned',
        note: 'Announced work on the line; the app was closed.',
      })),
    ],
    achieng: [early(ago(1), 33)?.map((span) => ({ ...STOP, ...span, isSure: true }))],
  };
  return gaps[desk.person.key].flatMap((gap) => gap ?? []);
}

/** The power goes in the morning and the mobile network with it; what was seen begins where what was told begins. */
function storm(desk: Desk, story: Story): readonly Gap[] {
  const day = desk.days.find((each) => each.day === story.outageDay);
  const back = desk.days.find((each) => each.day > story.darkDay);
  if (!day || !back) return [];
  const fromMs = Math.round(desk.clock.add(day.startMs, 95 * MINUTE_MS));
  const answered = { verdict: 'outage', reason: 'storm', answeredAtMs: back.startMs } as const;
  return [
    {
      ...STOP,
      ...answered,
      fromMs,
      toMs: back.startMs - 40 * MINUTE_MS,
      note: 'Storm: no power in the whole district.',
    },
    {
      ...answered,
      kind: 'connection',
      seenBy: 'told',
      isSure: false,
      fromMs,
      toMs: back.startMs - 15 * MINUTE_MS,
      note: 'The mobile network was down as well.',
    },
  ];
}

const STOP = { kind: 'power', seenBy: 'unclean-stop', isSure: false } as const;
const SILENCE = { kind: 'connection', seenBy: 'unreachable-target', isSure: false } as const;

/** Around the beginning of a day, when nothing is done yet. */
const early = (day: WorkDay | undefined, minutes: number) =>
  day && [spanFrom(day.startMs - 10 * MINUTE_MS, minutes)];

function spanFrom(atMs: number, minutes: number): Pick<Gap, 'fromMs' | 'toMs'> {
  const fromMs = Math.round(atMs);
  return { fromMs, toMs: fromMs + minutes * MINUTE_MS };
}

function writeGap(desk: Desk, gap: Gap): void {
  const { kind, seenBy, fromMs, toMs, verdict, reason, note, answeredAtMs = toMs } = gap;
  const id = outageId(kind, seenBy, fromMs);
  const said: Record<string, Json> = {
    ...(verdict && { verdict }),
    ...(reason && { reason }),
    ...(note && { note }),
  };
  desk.write(toMs, 'outage', id, { ...seenOutageFields(gap) });
  if (Object.keys(said).length > 0) {
    desk.write(answeredAtMs + MINUTE_MS, 'outage', id, said);
  }
}
