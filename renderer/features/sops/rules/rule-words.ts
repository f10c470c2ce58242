export { ruleSentence, stepName, testKindWords, valueWords } from '../../../i18n/rule-words.ts';
