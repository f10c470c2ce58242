import type { CallInput } from '#shared/ipc-parsers';
import { NOTICE_KINDS } from '#shared/outside';
import type { NoticeKind } from '#shared/outside';
import { formatTime, formatWeekdayTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { routeText } from '../../state/route.ts';
import type { Route, View } from '../../state/route.ts';
import type { NamedOccasion } from './named-occasion.ts';

type Notice = CallInput<'showNotice'>;

/** More than so many at once are told as one. */
const MOST_ALONE = 2;
/** Longer ones are cut by desktops, each in its own way. */
const TITLE_CHARS = 120;

export interface NoticeSetting {
  /** Whether what it is about is named: it may be read over a shoulder, or on a locked screen. */
  readonly hasTitles: boolean;
  /** IANA zone in which times are told. */
  readonly zone: string;
  readonly nowMs: number;
  /** Where several at once lead. */
  readonly home: View;
}

/** What is told of what is due now: each by itself, or all as one where they are many. */
export function noticesOf(
  due: readonly NamedOccasion[],
  setting: NoticeSetting,
): readonly Notice[] {
  if (due.length <= MOST_ALONE) return due.map((occasion) => noticeOf(occasion, setting));
  const counts = NOTICE_KINDS.flatMap((kind) => {
    const count = due.filter((occasion) => occasion.kind === kind).length;
    return count === 0 ? [] : [t(`outside.notice.count.${kind}`, { count })];
  });
  return [
    {
      title: t('outside.notice.several', { count: due.length }),
      body: counts.join(', '),
      route: routeText(commonRoute(due) ?? { view: setting.home, params: {} }),
    },
  ];
}

const noticeOf = (occasion: NamedOccasion, setting: NoticeSetting): Notice => ({
  title: t(`outside.notice.${occasion.kind}`),
  body: setting.hasTitles ? bodyOf(occasion, setting) : t('outside.notice.hidden'),
  route: routeText(occasion.route),
});

function bodyOf({ kind, title, namedAtMs }: NamedOccasion, setting: NoticeSetting): string {
  if (kind === 'review') return cut(title);
  const when = timeText(namedAtMs, setting);
  return t(`outside.notice.${BODIES[kind]}`, { title: cut(title), when });
}

const BODIES = {
  run: 'runBody',
  promise: 'promiseBody',
  checkIn: 'checkInBody',
} as const satisfies Record<Exclude<NoticeKind, 'review'>, string>;

const DAY_MS = 86_400_000;

/** `14:05`, or `Tue 14:05` where it is not within a day. */
export const timeText = (ms: number, { zone, nowMs }: Pick<NoticeSetting, 'zone' | 'nowMs'>) =>
  Math.abs(ms - nowMs) < DAY_MS ? formatTime(ms, zone) : formatWeekdayTime(ms, zone);

/** The view that all of them lead to, without what is one's alone. */
function commonRoute(due: readonly NamedOccasion[]): Route | null {
  const views = new Set(due.map(({ route }) => (route.view === 'run' ? 'checklists' : route.view)));
  const [view] = views;
  return view && views.size === 1 ? { view, params: {} } : null;
}

const cut = (text: string): string =>
  text.length > TITLE_CHARS ? `${text.slice(0, TITLE_CHARS - 1)}…` : text;
