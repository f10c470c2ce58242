import { describe, expect, test } from 'vitest';
import { draftProblems } from '#shared/sops/draft-problems';
import { sopFrom } from '#shared/sops/sop';
import { sectionFields } from '#shared/sops/section';
import { stepFields, stepsOf } from '#shared/sops/step';
import { SOP_TEMPLATES } from '#shared/sops/templates/sop-templates';
import { templateOutline } from '#shared/sops/templates/template';

const counted = () => {
  let count = 0;
  return () => `id${(count += 1)}`;
};

describe.each(SOP_TEMPLATES.map((template) => [template.title, template] as const))(
  '%s',
  (title, template) => {
    const { steps, sections } = templateOutline(template, counted());
    const fields = { title, ...stepFields(steps), ...sectionFields(sections) };
    const sop = sopFrom({ type: 'sop', id: 'sop', audience: 'team', fields, stamp: '0' });

    test('can be published as it is, with nothing to look at', () => {
      expect(draftProblems(sop, { sops: [] })).toEqual([]);
    });

    test('is stored and read back unchanged', () => {
      expect(stepsOf(fields)).toEqual(steps);
      expect(sop.draftSections).toEqual(sections);
    });

    test('says how and why at each step, asks for evidence or a second person, and has a condition', () => {
      expect(steps.every(({ how, why }) => how !== '' && why !== '')).toBe(true);
      expect(steps.some(({ kind }) => kind === 'file' || kind === 'signOff')).toBe(true);
      expect(steps.some(({ rules }) => rules.length > 0)).toBe(true);
      expect(
        steps.some(({ kind, min, max }) => kind === 'number' && min !== null && max !== null),
      ).toBe(true);
    });
  },
);

test('there are templates for the work of most teams, each told from the others', () => {
  expect(SOP_TEMPLATES.length).toBeGreaterThanOrEqual(8);
  expect(new Set(SOP_TEMPLATES.map(({ id }) => id)).size).toBe(SOP_TEMPLATES.length);
});
