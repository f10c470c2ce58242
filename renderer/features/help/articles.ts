import type { Seat } from '#shared/plan/member';
import type { helpCatalogue } from '../../i18n/en/help-catalogue.ts';
import type { TextKey } from '../../i18n/text.ts';
import type { View } from '../../state/route.ts';
import type { KeyGroup } from './article-keys.ts';
import { FIGURE_NUMBERS, OVERVIEW_NUMBERS, QUALITY_NUMBERS, SOP_NUMBERS } from './numbers.ts';
import type { NumberWords } from './numbers.ts';

type Areas = Omit<typeof helpCatalogue, 'helpTerms'>;
/** Where an article's words are: `helpDay.today`. */
type ArticleWords = {
  [A in keyof Areas & string]: `${A}.${keyof Areas[A] & string}`;
}[keyof Areas & string];

/** A page of the help. Its id is the last part of its words. */
export interface Article {
  readonly words: ArticleWords;
  /** The screen that it is about, where there is one to open. */
  readonly view?: View;
  /** Whose it is; everybody's where it does not say. */
  readonly seat?: Seat;
  readonly keys?: KeyGroup;
  readonly numbers?: readonly NumberWords[];
  /** Ids of what is good to read next. */
  readonly see?: readonly string[];
}

export interface ArticleGroup {
  readonly title: TextKey;
  readonly articles: readonly Article[];
}

const TASKS: readonly Article[] = [
  {
    words: 'helpTasks.startTeam',
    seat: 'manager',
    view: 'overview',
    see: ['outcome', 'sops', 'invite', 'travel'],
  },
  { words: 'helpTasks.join', see: ['today', 'offline'] },
  { words: 'helpTasks.logLine', see: ['today', 'entries', 'wrapUp'] },
  { words: 'helpTasks.invite', seat: 'manager', view: 'team', see: ['team', 'travel'] },
  { words: 'helpTasks.travel', view: 'settings', see: ['sync', 'offline'] },
  { words: 'helpTasks.offline', view: 'sync', see: ['sync', 'travel'] },
  { words: 'helpTasks.report', see: ['entries', 'insights', 'wrapUp'] },
  { words: 'helpTasks.nights', see: ['today', 'team'] },
];

const DAY: readonly Article[] = [
  {
    words: 'helpDay.today',
    view: 'today',
    keys: 'today',
    see: ['logLine', 'work', 'wrapUp', 'nights'],
  },
  { words: 'helpDay.checkIn', view: 'check-in', seat: 'assistant', see: ['today', 'reviews'] },
  { words: 'helpDay.checkInTeam', view: 'check-in', seat: 'manager', see: ['reviews', 'work'] },
  { words: 'helpDay.work', view: 'work', keys: 'work', see: ['today', 'entries', 'outcomes'] },
  { words: 'helpDay.entries', view: 'entries', keys: 'lists', see: ['logLine', 'report'] },
  { words: 'helpDay.checklists', view: 'checklists', see: ['run', 'sops'] },
  { words: 'helpDay.run', keys: 'run', see: ['checklists', 'logLine'] },
  { words: 'helpDay.wrapUp', view: 'wrap-up', see: ['logLine', 'report'] },
];

const FIGURES: readonly Article[] = [
  {
    words: 'helpFigures.overview',
    view: 'overview',
    seat: 'manager',
    numbers: OVERVIEW_NUMBERS,
    see: ['insights', 'reviews', 'nights'],
  },
  {
    words: 'helpFigures.insights',
    view: 'insights',
    seat: 'manager',
    numbers: FIGURE_NUMBERS,
    see: ['overview', 'quality', 'report'],
  },
  {
    words: 'helpFigures.quality',
    view: 'quality',
    seat: 'manager',
    numbers: QUALITY_NUMBERS,
    see: ['insights', 'work'],
  },
  { words: 'helpFigures.reviews', view: 'reviews', see: ['checkIn', 'checkInTeam', 'overview'] },
];

const PLAN: readonly Article[] = [
  { words: 'helpPlan.strategy', view: 'strategy', seat: 'manager', see: ['outcomes'] },
  {
    words: 'helpPlan.outcomes',
    view: 'outcomes',
    seat: 'manager',
    keys: 'lists',
    see: ['outcome', 'strategy', 'sops'],
  },
  { words: 'helpPlan.outcome', seat: 'manager', see: ['outcomes', 'nights'] },
  {
    words: 'helpPlan.sops',
    view: 'sops',
    seat: 'manager',
    keys: 'sop',
    numbers: SOP_NUMBERS,
    see: ['run', 'outcomes'],
  },
  { words: 'helpPlan.team', view: 'team', seat: 'manager', see: ['invite', 'handover', 'nights'] },
  { words: 'helpPlan.handover', seat: 'manager', see: ['team', 'work'] },
];

const EVERYWHERE: readonly Article[] = [
  { words: 'helpTravel.import', view: 'import', see: ['entries'] },
  { words: 'helpTravel.sync', view: 'sync', see: ['offline', 'travel'] },
  { words: 'helpTravel.settings', view: 'settings', see: ['travel', 'privacy'] },
  { words: 'helpTravel.privacy', view: 'privacy', see: ['sync'] },
  { words: 'helpTravel.help', keys: 'everywhere' },
];

const GROUPS: readonly ArticleGroup[] = [
  { title: 'help.group.tasks', articles: TASKS },
  { title: 'help.group.day', articles: DAY },
  { title: 'help.group.figures', articles: FIGURES },
  { title: 'help.group.plan', articles: PLAN },
  { title: 'help.group.everywhere', articles: EVERYWHERE },
];

/** The page about a screen, where its id differs from the screen's name. */
const BY_VIEW: Readonly<Partial<Record<View, string>>> = { 'wrap-up': 'wrapUp' };

export const idOf = ({ words }: Article): string => words.slice(words.indexOf('.') + 1);

/** The pages of a seat, in groups as they are listed; no group is empty. */
export const articleGroups = (seat: Seat): readonly ArticleGroup[] =>
  GROUPS.map(({ title, articles }) => ({
    title,
    articles: articles.filter((article) => article.seat === undefined || article.seat === seat),
  })).filter(({ articles }) => articles.length > 0);

export const articlesOf = (seat: Seat): readonly Article[] =>
  articleGroups(seat).flatMap(({ articles }) => articles);

/** The id of the page about a screen: each screen has one in every seat that has the screen. */
export function articleOfView(view: View, seat: Seat): string {
  if (view === 'check-in') return seat === 'manager' ? 'checkInTeam' : 'checkIn';
  return BY_VIEW[view] ?? view;
}
