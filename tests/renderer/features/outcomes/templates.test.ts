import '../../../../renderer/i18n/view-words.ts';
import { describe, expect, test } from 'vitest';
import { templateWords } from '../../../../renderer/features/outcomes/template-words.ts';
import { draftProblems } from '#shared/plan/draft-problems';
import { memberFrom } from '#shared/plan/member';
import { newMeasureDraft } from '#shared/plan/measure-draft';
import { emptyDraft } from '#shared/plan/outcome-draft';
import { TEMPLATE_IDS, templateOf, templatesOf } from '#shared/plan/outcome-templates';
import { officeHours } from '#shared/plan/calendar';
import { ROLE_FAMILIES } from '#shared/plan/outcome';
import { statementHints } from '#shared/plan/statement-hint';
import { withTemplate } from '#shared/plan/template-draft';

const ana = memberFrom({
  audience: 'team',
  type: 'member',
  id: 'ana',
  fields: { name: 'Ana', calendarId: 'office' },
  stamp: '0',
});
const around = {
  memberById: new Map([['ana', ana]]),
  calendarById: new Map([['office', officeHours('office', 'Office', 'Europe/Rome')]]),
  otherNames: [],
  moneyDigits: 2,
};
const started = { ...emptyDraft({ today: '2026-11-18' }), ownerId: 'ana' };

const draftFrom = (id: (typeof TEMPLATE_IDS)[number]) => {
  const template = templateOf(id);
  return withTemplate(started, template, templateWords(template, null, 'EUR'), 2);
};

describe.each(TEMPLATE_IDS)('the template %s', (id) => {
  test('can be saved as it is, and reads like a result', () => {
    const draft = draftFrom(id);
    expect(Object.fromEntries(draftProblems(draft, around))).toEqual({});
    expect(statementHints(draft.statement)).toEqual([]);
    expect(draft.statement).not.toMatch(/[{}]|undefined|NaN/);
  });

  test('has measures and a promise, and says its figures in its sentence', () => {
    const { measures, promises, statement } = draftFrom(id);
    expect(measures.length).toBeGreaterThan(0);
    const percent = measures.find(({ kind }) =>
      ['accuracy', 'ratio', 'slaCompliance'].includes(kind),
    );
    expect(statement).toContain(`${percent?.target}%`);
    const hours = promises.completed.amount ?? promises.responded.amount;
    expect(statement).toContain({ 4: 'four', 8: 'eight' }[hours ?? 0] ?? String(hours));
  });

  test('has a blank for what it is about', () => {
    const { statement, blank } = templateWords(templateOf(id), { text: 'grey parrots' }, 'EUR');
    expect(statement.slice(...blank)).toBe('grey parrots');
  });
});

test('every family has one at least', () => {
  expect(ROLE_FAMILIES.map((family) => templatesOf(family).length)).toEqual([2, 2, 2, 3]);
});

test('what was filled in already stays', () => {
  const words = templateWords(templateOf('turnaround'), null, 'EUR');
  const mine = {
    ...started,
    name: 'Mine',
    why: 'Because',
    measures: [
      { ...newMeasureDraft('value', 'm0'), target: 12 },
      { ...newMeasureDraft('turnaround', 'm1'), target: 1 },
      newMeasureDraft('quantity', 'm2'),
    ],
  };
  const draft = withTemplate(mine, templateOf('turnaround'), words, 2);
  expect(draft).toMatchObject({ name: 'Mine', why: 'Because', ownerId: 'ana' });
  expect(draft.measures.map(({ kind, target }) => [kind, target])).toEqual([
    ['turnaround', 8],
    ['accuracy', 99],
    ['value', 12],
  ]);
  expect(new Set(draft.measures.map(({ key }) => key)).size).toBe(3);
});
