/**
 * Words by which a procedure says what a passage is for, as handbooks in English, Spanish, Portuguese,
 * French and German have them. Patterns read at most a heading or the beginning of a paragraph.
 */

const WHY_HEADING =
  /^(?:why|why (?:it|this|we|do)\b.*|purpose|goals?|objectives?|rationale|reason|motivation|por qu[eé]|prop[oó]sito|objetivos?|pourquoi|objectifs?|but|warum|zweck|ziele?)$/iu;

const ABOUT_HEADING =
  /^(?:about(?: .*)?|background|context|description|introduction|overview|scope|summary|when to use(?: .*)?|intro|introducci[oó]n|resumen|alcance|introdu[cç][aã]o|resumo|escopo|contexte|aper[cç]u|einleitung|[uü]berblick|hintergrund)$/iu;

const ASIDE_HEADING =
  /^(?:(?:table of )?contents?|toc|references?|resources?|see also|related(?: .*)?|further reading|links|licen[cs]e|credits?|authors?|contributors?|contributing|acknowledge?ments?|change ?log|revision history|document history|history|feedback|contact(?: us)?|support us|sponsors?|badges|[ií]ndice|referencias|enlaces|licencia|v[eé]ase tambi[eé]n|refer[eê]ncias|licen[cç]a|r[eé]f[eé]rences|liens|inhalt(?:sverzeichnis)?|verweise|lizenz)$/iu;

const WHY_LINE =
  /^(?:why|reason|rationale|because|purpose|por qu[eé]|motivo|raz[oó]n|porqu[eê]|pourquoi|raison|warum|grund)(?: (?:this|it) matters)?\s*[:–—]\s*/iu;

/** What a strong word at a step's beginning is, when it is no title. */
const CALL_OUT =
  /^(?:note|notes|warning|important|tip|caution|example|optional|nota|hinweis|achtung|remarque)$/iu;

const plain = (heading: string): string =>
  heading
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}]/gu, '')
    .replace(/[\s:?.!]+$/u, '')
    .trim();

export const saysWhy = (heading: string): boolean => WHY_HEADING.test(plain(heading));
export const saysAbout = (heading: string): boolean => ABOUT_HEADING.test(plain(heading));
export const saysAside = (heading: string): boolean => ASIDE_HEADING.test(plain(heading));
export const isCallOut = (words: string): boolean => CALL_OUT.test(plain(words));

/** How many letters of a paragraph are its `Why:`; 0 where it does not begin so. */
export const whyMark = (text: string): number => WHY_LINE.exec(text.slice(0, 60))?.[0].length ?? 0;

const NUMBERED = /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:[.:)]|[–—-](?=\s))\s*(\S.*)$/u;
const NUMBERED_WORD =
  /^(?:step|stage|paso|passo|[eé]tape|schritt|hakbang)\s*#?\s*(\d{1,3})\s*(?:[.:)–—-]\s*(.*))?$/iu;
const DOTTED = /^(\d{1,3}\.\d{1,2})\s+(\p{L}.*)$/u;

/** A heading such as `3. Open the ticket` or `Step 3: Open the ticket`; null where it has no number. */
export function numberedHeading(
  heading: string,
): { readonly number: number; readonly title: string } | null {
  const text = heading.trim().slice(0, 400);
  const word = NUMBERED_WORD.exec(text);
  if (word) return { number: Number(word[1]), title: word[2]?.trim() || text };
  const found = NUMBERED.exec(text) ?? DOTTED.exec(text);
  const title = found?.[2]?.trim() ?? '';
  // `2.30.1` is a version and `3: 14` a time, not steps.
  if (!found || !/^[^\d]/u.test(title)) return null;
  return { number: Number(found[1]), title };
}

/** How many letters at a point's beginning are a number that somebody wrote by hand: `1\. `, `Step 2: `. */
export const writtenNumber = (text: string): number =>
  /^\s*(?:step\s*#?\s*\d{1,3}\s*[.:)–—-]|\d{1,3}(?:\.\d{1,2})?[.)])\s+/iu.exec(
    text.slice(0, 40),
  )?.[0].length ?? 0;
