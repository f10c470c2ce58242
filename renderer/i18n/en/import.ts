import { importColumns } from './import-columns.ts';
import { importRun } from './import-run.ts';

/** Words of importing a table. */
export const importTable = {
  title: 'Import a table',
  subtitle: 'Work from Asana, Trello, Jira, ClickUp, Todoist, Tallyfy, or any spreadsheet.',
  choose: {
    drop: 'An export of another tool, or any table of work',
    hint: 'CSV, Excel (.xlsx), or a Trello board as JSON; up to 64 MB and 500,000 rows.',
    paste: 'Or paste a table',
    pasteLabel: 'Cells from a spreadsheet, a table of a page, or Markdown',
    pastePlaceholder: 'Copy the cells with their headers, and paste them here',
    pasteRead: 'Read it',
    button: 'Choose a file…',
    pastedName: 'Pasted cells',
    reading: 'Reading the file…',
    failed: 'That file could not be read',
  },
  failure: {
    'table-empty': 'The file is empty. Export it again and choose the new file.',
    'table-header-only': 'The file holds headers and no rows. There is nothing to import.',
    'table-too-large':
      'The file is larger than 64 MB. Export fewer columns or a shorter period, or split it.',
    'table-binary':
      'This is no text file ({{format}}). Export the table as CSV and choose that file.',
    'table-workbook':
      'This workbook cannot be read ({{format}}): it is damaged, locked with a password, or of an older kind. In Excel choose File → Save as → Excel workbook (.xlsx) or CSV UTF-8, then choose that file.',
    'table-inflates':
      'This workbook unpacks to far more than its size, beyond what can be read. Save the one sheet as CSV UTF-8 and choose that file.',
    'table-json':
      'This file holds JSON, but no Trello board with cards. Export it as CSV instead, or the board as JSON.',
    'table-markup': 'This page or XML holds no table. Export it as CSV instead.',
    'table-bad-encoding':
      'The file’s bytes are not {{encoding}}. Choose another encoding, or export it as UTF-8.',
    'table-line-too-long':
      'Line {{line}} is {{chars}} characters long; a table’s line ends before {{limit}}. The line breaks are missing, or this is no table.',
    'table-too-wide':
      'Line {{line}} has more than {{limit}} columns. The line breaks are missing, or the separator is another one.',
    'table-too-many-rows': 'The file has more than {{limit}} rows. Split it and import the parts.',
    'table-quotes-broken':
      'From line {{line}} on, many quotes are opened and never closed: the file is cut off, or its quotes are not doubled. Export it again.',
    unknownFormat: 'binary data',
    nothingSaved: 'Nothing was imported.',
  },
  read: {
    title: 'How the file was read',
    summary: '{{size}}, {{rows}} rows, {{columns}} columns',
    encoding: 'Encoding',
    encodingName: {
      'utf-8': 'UTF-8',
      'windows-1252': 'Windows-1252',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, big-endian',
    },
    guessed: 'Read as Windows-1252, as it is no UTF-8. Check é and ñ: {{words}}',
    separator: 'Separator',
    separatorName: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', bar: 'Bar' },
    otherSeparator: '“{{text}}”',
    header: 'First row',
    headerYes: 'Names the columns',
    headerNo: 'Already holds values',
    again: 'Choose another file',
    sheet: 'Sheet',
  },
  tool: {
    name: {
      asana: 'Asana',
      trello: 'Trello',
      jira: 'Jira',
      clickup: 'ClickUp',
      todoist: 'Todoist',
      tallyfy: 'Tallyfy',
    },
    title: 'This is an export of {{tool}}',
    text: 'Its columns are known, so most is chosen already. Look through it and change what is not as you want it.',
    plain: 'Read it as any table',
    plainTitle: 'Read as any table',
    plainText: 'What is special to an export of {{tool}} is not looked for.',
    known: 'Read it as an export of {{tool}}',
  },
  leftOut: {
    title: 'What is left out, and why',
    section_one: '{{count}} row is the heading of a section (line {{lines}}).',
    section_other: '{{count}} rows are headings of sections (lines {{lines}}).',
    comment_one: '{{count}} row is a comment; it is in the note of its task (line {{lines}}).',
    comment_other:
      '{{count}} rows are comments; they are in the notes of their tasks (lines {{lines}}).',
    setting_one: '{{count}} row is a setting of the project (line {{lines}}).',
    setting_other: '{{count}} rows are settings of the project (lines {{lines}}).',
    step_one:
      '{{count}} row is a step of a process; it is in that one’s checklist (line {{lines}}).',
    step_other:
      '{{count}} rows are steps of processes; they are in those’ checklists (lines {{lines}}).',
    status_one: '{{count}} row has a status that you leave out (line {{lines}}).',
    status_other: '{{count}} rows have a status that you leave out (lines {{lines}}).',
    'subtask-step_one':
      '{{count}} subtask becomes a tick in the note of its task (line {{lines}}).',
    'subtask-step_other':
      '{{count}} subtasks become ticks in the notes of their tasks (lines {{lines}}).',
    subtask_one: '{{count}} subtask is left out, as you chose (line {{lines}}).',
    subtask_other: '{{count}} subtasks are left out, as you chose (lines {{lines}}).',
    'others-work_one': '{{count}} row names somebody else, or nobody (line {{lines}}).',
    'others-work_other': '{{count}} rows name somebody else, or nobody (lines {{lines}}).',
  },
  notice: {
    title: 'About this file',
    'encoding-guessed': 'Its encoding was guessed: Windows-1252.',
    'nuls-dropped_one': '{{count}} NUL character was left out.',
    'nuls-dropped_other': '{{count}} NUL characters were left out.',
    'quotes-unclosed_one':
      'A quote is opened and never closed on line {{lines}}; it was read as a plain character.',
    'quotes-unclosed_other':
      '{{count}} quotes are opened and never closed (lines {{lines}}); they were read as plain characters.',
    'rows-above-header_one': 'One row above the headers was passed over (line {{lines}}).',
    'rows-above-header_other':
      '{{count}} rows above the headers were passed over (lines {{lines}}).',
    'rows-wider_one': 'One row has more cells than there are headers (line {{lines}}).',
    'rows-wider_other': '{{count}} rows have more cells than there are headers (lines {{lines}}).',
    'rows-narrower_one':
      'One row has fewer cells than there are headers (line {{lines}}); the missing ones read as empty.',
    'rows-narrower_other':
      '{{count}} rows have fewer cells than there are headers (lines {{lines}}); the missing ones read as empty.',
    'header-repeated_one': 'The headers come again on line {{lines}}; that row was passed over.',
    'header-repeated_other':
      'The headers come again {{count}} times (lines {{lines}}); those rows were passed over.',
    'no-header_one': 'The first row holds values, so the columns have numbers instead of names.',
    'no-header_other': 'The first row holds values, so the columns have numbers instead of names.',
    'formulas-uncomputed_one':
      'One row has a formula without a value (row {{lines}}); that cell reads as empty. Open the file in a spreadsheet and save it to fill it in.',
    'formulas-uncomputed_other':
      '{{count}} rows have formulas without values (rows {{lines}}); those cells read as empty. Open the file in a spreadsheet and save it to fill them in.',
    linesAndMore: '{{lines}} and more',
    wider: 'Wider rows',
    widerReject: 'Reject them',
    widerCut: 'Ignore the extra cells',
  },
  known: {
    title: 'You imported this table before: {{file}}, {{when}}',
    sameKey:
      'Rows with the same {{key}} are updated, not doubled. The columns are mapped as last time.',
    sameRows:
      'Rows that are already here are not imported twice. The columns are mapped as last time.',
    treatAsNew: 'It is another table',
    newTitle: 'Imported as a table of its own',
    newText: 'Its rows are new, whatever their {{key}}.',
    newTextNoKey: 'Its rows are new.',
    treatAsSame: 'It is the same table',
    unfinishedTitle: 'The last import of this table was cut off',
    unfinishedText: 'Importing now finishes it. What it saved already is not imported twice.',
  },
  ...importColumns,
  ...importRun,
} as const;
