/** Words of translating the plan's own texts. */
export const translations = {
  open: 'Translate…',
  title: 'Translate “{{name}}”',
  text: 'Who reads Outlog in this language reads these words in place of the plan’s own. What is left empty stays as it is.',
  language: 'Language',
  said: '{{language}}: {{done}} of {{count}}',
  field: { name: 'Name', statement: 'Result', why: 'Why', unit: 'What is counted' },
  original: 'In the plan: {{text}}',
  outdated: 'The plan’s words have changed since this was translated: “{{text}}”',
  save: 'Save the translation',
  saved: 'Translated “{{name}}”',
  undo: 'the translation of “{{name}}”',
  nothing: 'There is nothing to translate yet: name it first.',
} as const;
