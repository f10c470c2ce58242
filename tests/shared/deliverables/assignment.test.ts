import { describe, expect, test } from 'vitest';
import type { AssignmentDraft, AssignmentProblem } from '#shared/deliverables/assignment';
import {
  EMPTY_ASSIGNMENT,
  assignmentFields,
  assignmentProblems,
  assignmentWarnings,
} from '#shared/deliverables/assignment';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Outcome } from '#shared/plan/outcome';
import { outcomeFrom } from '#shared/plan/outcome';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

const outcome = (archived = false): Outcome =>
  outcomeFrom({
    audience: 'team',
    type: 'outcome',
    id: 'uploads',
    fields: { name: 'Uploads', memberIds: ['ana'], archived },
    stamp: '1',
  });
const DRAFT: AssignmentDraft = { ...EMPTY_ASSIGNMENT, outcomeId: 'uploads', title: 'Boots' };

describe('a draft', () => {
  test.each<[AssignmentProblem, Partial<AssignmentDraft>]>([
    ['title-missing', { title: '  ' }],
    ['quantity-not-positive', { quantity: 0 }],
    ['quantity-not-positive', { quantity: null }],
    ['quantity-not-positive', { quantity: Number.NaN }],
    ['due-before-request', { requestedAtMs: NOW_MS, dueAtMs: NOW_MS - 1 }],
    ['due-beyond-limits', { dueAtMs: NOW_MS + 21 * YEAR_MS }],
    ['request-beyond-limits', { requestedAtMs: NOW_MS - 21 * YEAR_MS }],
  ])('has the problem %s', (problem, part) => {
    expect(assignmentProblems({ ...DRAFT, ...part }, outcome(), NOW_MS)).toEqual([problem]);
  });

  test('needs an outcome that is still wanted', () => {
    expect(assignmentProblems(DRAFT, undefined, NOW_MS)).toEqual(['outcome-missing']);
    expect(assignmentProblems(DRAFT, outcome(true), NOW_MS)).toEqual(['outcome-archived']);
    expect(assignmentProblems(DRAFT, outcome(), NOW_MS)).toEqual([]);
  });

  test('may be for somebody new to the outcome, or late already: that is worth a second look', () => {
    const late = { ...DRAFT, dueAtMs: NOW_MS - HOUR_MS };
    expect(assignmentProblems(late, outcome(), NOW_MS)).toEqual([]);
    expect(assignmentWarnings(late, 'ben', outcome(), NOW_MS)).toEqual([
      'member-not-on-outcome',
      'due-in-the-past',
    ]);
    expect(assignmentWarnings(DRAFT, 'ana', outcome(), NOW_MS)).toEqual([]);
  });

  test('becomes the work that it says, asked for now where nothing else is said', () => {
    const need = { id: '202611-b', memberId: 'ben', title: 'Photos', doneAtMs: null };
    const fields = assignmentFields(
      { ...DRAFT, title: ' Boots ', quantity: 40, reference: 'A-1', needs: [need] },
      { byId: 'mara', atMs: NOW_MS, zone: 'Asia/Manila' },
    );
    const made = {
      audience: 'm-ana',
      type: 'deliverable',
      id: '202611-a',
      fields,
      stamp: '1',
    } as const;
    expect(deliverableFrom(made)).toMatchObject({
      title: 'Boots',
      quantity: 40,
      requestedAtMs: NOW_MS,
      dueAtMs: null,
      needs: [need],
      assignedById: 'mara',
      assignedAtMs: NOW_MS,
      zone: 'Asia/Manila',
    });
    expect(fields).not.toHaveProperty('client');
  });
});
