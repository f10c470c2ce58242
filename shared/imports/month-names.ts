/** First letters of the months in the languages of the exports that people bring; longest first where one begins another. */
const STEMS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mrz', 'maer'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mag', 'mei', 'mayo'],
  ['jun', 'giu', 'juin'],
  ['jul', 'lug', 'juil'],
  ['aug', 'ago', 'aou', 'agu', 'agt'],
  ['sep', 'set', 'sept'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'des'],
];

/** Full names, so that no word that merely begins like a month is taken for one. */
const FULL =
  'january february march april may june july august september october november december ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro ' +
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
  'januar februar maerz marz april mai juni juli august september oktober november dezember ' +
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ' +
  'januari februari maret april mei juni juli agustus september oktober november desember';

const months = new Map<string, number>();
for (const [index, stems] of STEMS.entries()) {
  for (const stem of stems) months.set(stem, index + 1);
}
for (const name of FULL.split(' ')) {
  const found = STEMS.findIndex((stems) => stems.some((stem) => name.startsWith(stem)));
  if (found >= 0) months.set(name, found + 1);
}

/** 1 to 12 for a month's name or abbreviation, else null. */
export const monthNamed = (word: string): number | null =>
  months.get(
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, ''),
  ) ?? null;
