import type { Step } from '../sops/step.ts';

const OPTIONAL_MARK =
  /\s*[([_]{1,2}(?:optional|opcional|optionnel|facultatif|optional[ly]*)[)\]_]{1,2}\s*/iu;
const OPTIONAL_WORD = /^(?:optional(?:ly)?|opcional|optionnel|facultatif)\s*[:,–—-]\s*/iu;
const UNIT = '(min(?:ute)?s?|mins|minutos?|minuten?|h|hrs?|hours?|horas?|heures?|stunden?)';
const IN_BRACKETS = new RegExp(
  `\\s*[([]\\s*(?:[~≈]|about|approx\\.?|ca\\.?)?\\s*(\\d{1,3})(?:\\s*(?:[-–]|to)\\s*(\\d{1,3}))?\\s*${UNIT}\\.?\\s*[)\\]]\\s*$`,
  'iu',
);
const BY_TILDE = new RegExp(`\\s*(?:[–—-]\\s*)?[~≈]\\s*(\\d{1,3})\\s*${UNIT}\\.?\\s*$`, 'iu');
const TIME_LINE = new RegExp(
  `^(?:time|duration|expected time|estimated time|takes|tiempo|dur[eé]e|dauer)\\s*:?\\s*(?:[~≈]|about)?\\s*(\\d{1,3})(?:\\s*(?:[-–]|to)\\s*(\\d{1,3}))?\\s*${UNIT}\\.?$`,
  'iu',
);
const CHOICE =
  /(\?)\s*[([]([^()[\]]{3,160})[)\]]\s*$|^((?:choose|select|pick) one)\s*(?:of)?\s*:\s*(.{3,160})$/iu;

/** What a title says beside what to do. */
export interface TitleHints {
  readonly title: string;
  readonly fields: Partial<Pick<Step, 'isRequired' | 'expectedMinutes' | 'kind' | 'options'>>;
}

/** Takes `(optional)`, `(~5 min)` and `Approved? (yes/no)` out of a title and keeps what they say. */
export function titleHints(text: string): TitleHints {
  let title = text.slice(0, 400);
  let fields: TitleHints['fields'] = {};
  const withoutMark = title.replace(OPTIONAL_WORD, '').replace(OPTIONAL_MARK, ' ').trim();
  if (withoutMark !== title.trim() && withoutMark !== '') {
    title = upperFirst(withoutMark);
    fields = { ...fields, isRequired: false };
  }
  const time = IN_BRACKETS.exec(title) ?? BY_TILDE.exec(title);
  if (time && time.index > 0) {
    title = title.slice(0, time.index);
    fields = { ...fields, expectedMinutes: minutesOf(time) };
  }
  const options = choiceOptions(title);
  if (options)
    return {
      title: options.title,
      fields: { ...fields, kind: 'choice', options: options.options },
    };
  return { title: title.trim(), fields };
}

/** The minutes of a line that says nothing else: `Time: 5 minutes`; null for any other. */
export function timeLine(text: string): number | null {
  const found = TIME_LINE.exec(text.trim().slice(0, 80));
  return found && minutesOf(found);
}

/** The longer of a range: who plans by it must not come out short. */
function minutesOf(found: RegExpExecArray): number {
  const unit = found.at(-1)?.toLowerCase() ?? 'min';
  const longest = Number(found.length > 3 ? (found[2] ?? found[1]) : found[1]);
  return /^(?:h|st)/u.test(unit) ? longest * 60 : longest;
}

/** Two to eight short answers in brackets after a question: anything else is no choice. */
function choiceOptions(
  text: string,
): { readonly title: string; readonly options: readonly string[] } | null {
  const found = CHOICE.exec(text);
  if (!found) return null;
  const options = (found[2] ?? found[4] ?? '')
    .split(/\s*\/\s*|\s*\|\s*/u)
    .map((each) => upperFirst(each.trim()));
  const isPlain = options.every((each) => each.length > 0 && each.length <= 40);
  if (
    options.length < 2 ||
    options.length > 8 ||
    !isPlain ||
    new Set(options).size < options.length
  )
    return null;
  return {
    title: upperFirst((found[1] ? text.slice(0, found.index + 1) : (found[3] ?? '')).trim()),
    options,
  };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
