import { EMPTY_STEP, stepFields } from '../../shared/sops/step.ts';
import type { Step } from '../../shared/sops/step.ts';
import { sectionFields } from '../../shared/sops/section.ts';
import { SOP_TEMPLATES } from '../../shared/sops/templates/sop-templates.ts';
import { templateOutline } from '../../shared/sops/templates/template.ts';
import type { Edit } from '../../shared/stream/change.ts';

export const LIBRARY_SOPS = 5_000;
export const WRITTEN_TITLE = 'Close the year';
export const WRITTEN_STEPS = 500;

/** What real teams have: the same few kinds of work for many clients, channels and places. */
const CLIENTS = [
  'Larkspur',
  'Cedar Lane',
  'Fernlight',
  'Quayside',
  'Ostler',
  'Bramble',
  'Tidewater',
];
const CHANNELS = [
  'web shop',
  'market place',
  'wholesale',
  'returns desk',
  'newsletter',
  'warehouse',
];
const PLACES = ['Lisbon', 'Manila', 'Cebu', 'Porto', 'Davao', 'Braga', 'Iloilo', 'Faro', 'Baguio'];

/** 5,000 procedures of six to nine steps each. */
export const sopLibrary = (): readonly Edit[] =>
  Array.from({ length: LIBRARY_SOPS }, (_, at) => librarySop(at));

function librarySop(at: number): Edit {
  const template = SOP_TEMPLATES[at % SOP_TEMPLATES.length];
  if (!template) throw new Error('there is no template');
  let count = 0;
  const { steps, sections } = templateOutline(template, () => `s${at}-${(count += 1)}`);
  const about = [of(CLIENTS, at), of(CHANNELS, at >> 3), of(PLACES, at >> 5)].join(', ');
  return team(`library-${at}`, {
    title: `${template.title}: ${about} ${at}`,
    purpose: template.purpose,
    reviewEveryDays: template.reviewEveryDays,
    reviewOn: at % 11 === 0 ? '2026-01-15' : '2027-06-30',
    ...sectionFields(sections),
    ...stepFields(
      steps.map((step, index) =>
        index === at % steps.length
          ? { ...step, how: `${step.how}\n\nReference ${of(PLACES, at)}-${at}.` }
          : step,
      ),
    ),
  });
}

/** One draft of 500 steps in sections of 25, in changes that each stay below what one may carry. */
export function writtenSop(): readonly Edit[] {
  const id = 'written';
  const steps = Array.from({ length: WRITTEN_STEPS }, (_, at): Step => ({
    ...EMPTY_STEP,
    id: `w${at}`,
    order: (at + 1) * 1024,
    title: `Check account ${at + 1} against its statement`,
    how: `Open **ledger ${at + 1}**, then:\n\n1. compare the balance\n2. note what differs, with the date and who was asked`,
    why: 'A difference that is found late costs a day.',
    kind: (['tick', 'number', 'text', 'choice', 'date'] as const)[at % 5] ?? 'tick',
    options: at % 5 === 3 ? ['Right', 'Wrong', 'Not there'] : [],
    min: at % 5 === 1 ? 0 : null,
    max: at % 5 === 1 ? 100 : null,
    expectedMinutes: 2,
    rules:
      at % 10 === 9
        ? [
            {
              effect: 'show',
              match: 'all',
              tests: [{ stepId: `w${at - 8}`, kind: 'atLeast', value: 10 }],
            },
          ]
        : [],
  }));
  const sections = steps
    .filter((_, at) => at % 25 === 0)
    .map((step, at) => ({ id: `p${at}`, order: step.order - 1, title: `Part ${at + 1}` }));
  return [
    team(id, { title: WRITTEN_TITLE, purpose: 'So that the books are right.' }),
    team(id, sectionFields(sections)),
    ...steps.map((step) => team(id, stepFields([step]))),
  ];
}

const of = <T>(items: readonly T[], at: number): T | '' => items[at % items.length] ?? '';

const team = (id: string, fields: Edit['fields']): Edit => ({
  audience: 'team',
  type: 'sop',
  id,
  fields,
});
