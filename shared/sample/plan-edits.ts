import type { Json } from '../json.ts';
import type { Calendar } from '../plan/calendar.ts';
import { versionsJson } from '../plan/weekly-hours.ts';
import { sectionFields } from '../sops/section.ts';
import type { Section } from '../sops/section.ts';
import { EMPTY_STEP, stepFields } from '../sops/step.ts';
import { versionId } from '../sops/sop.ts';
import type { Step } from '../sops/step.ts';
import { FIRST_DAY, addDays } from '../day.ts';
import type { Measure } from '../plan/outcome.ts';
import { writeCascade } from './cascade.ts';
import type { Cascade } from './cascade.ts';
import type { Ids } from './desk.ts';
import { CLIENTS, OUTCOMES } from './outcomes.ts';
import type { OutcomePlan } from './outcomes.ts';
import type { Person } from './people.ts';
import { SOPS } from './sops/all-sops.ts';
import { suggestionIdAt } from './suggestions.ts';
import type { SopText, StepText, VersionText } from './sops/sop-text.ts';
import type { Story } from './story.ts';

/** The workspace's own id is given by whoever creates it. */
export const WORKSPACE_PLACEHOLDER = 'workspace';

export interface PlanSource {
  readonly workspaceName: string;
  readonly currency: string;
  readonly people: readonly Person[];
  readonly calendars: ReadonlyMap<Person['key'], Calendar>;
  readonly deskCalendar: Calendar;
  readonly ids: Ids;
  readonly newId: () => string;
  readonly story: Story;
  readonly firstMs: number;
  readonly version2Ms: number;
  readonly write: (atMs: number, type: string, id: string, fields: Record<string, Json>) => void;
}

/** What the manager had decided before the story begins, and the one procedure that changes in it. */
export function writePlan(source: PlanSource): void {
  const { write, firstMs, ids, newId, people, calendars, story } = source;
  write(firstMs, 'workspace', WORKSPACE_PLACEHOLDER, {
    name: source.workspaceName,
    currency: source.currency,
    sample: true,
  });
  for (const client of Object.values(CLIENTS)) write(firstMs, 'client', newId(), { ...client });
  for (const calendar of [...calendars.values(), source.deskCalendar]) {
    const { name, versions } = calendar;
    write(firstMs, 'calendar', calendar.id, { name, versions: versionsJson(versions) });
  }
  for (const person of people) {
    write(firstMs, 'member', ids.member(person.key), {
      name: person.name,
      seat: person.key === 'robin' ? 'manager' : 'assistant',
      title: person.title,
      place: person.place,
      timeZone: person.zone,
      calendarId: calendars.get(person.key)?.id ?? '',
      startsOn: person.key === 'paolo' ? story.paoloStarts : story.firstDay,
    });
  }
  const cascade = writeCascade(source);
  for (const outcome of OUTCOMES) {
    const fields = outcomeFields(outcome, source, cascade);
    write(firstMs, 'outcome', ids.outcome(outcome.key), fields);
  }
  for (const sop of SOPS) writeSop(sop, source, cascade);
}

function outcomeFields(
  outcome: OutcomePlan,
  { ids, deskCalendar, story }: PlanSource,
  { keyResults, roleOf }: Cascade,
): Record<string, Json> {
  const [, standIn] = outcome.people;
  const memberIds = outcome.people.map(ids.member);
  return {
    name: outcome.name,
    statement: outcome.statement,
    why: outcome.why,
    unit: outcome.unit,
    family: outcome.family,
    client: outcome.client ? CLIENTS[outcome.client].name : '',
    ownerId: memberIds[0] ?? '',
    standInId: standIn ? ids.member(standIn) : '',
    memberIds,
    keyResultId: (outcome.serves && keyResults.get(outcome.serves)) ?? '',
    roleId: roleOf.get(outcome.key) ?? '',
    // Parcels wait for the desk; all else is promised in the hours of whoever does it.
    calendarId: outcome.key === 'returns' ? deskCalendar.id : '',
    measures: outcome.measures.map(measureJson),
    sla: outcome.promises.map(({ to, minutes }) => ({ to, minutes, fromDay: FIRST_DAY })),
    startsOn: story.firstDay,
  };
}

const measureJson = ({ sampling, ...measure }: Measure): Json => ({
  ...measure,
  ...(sampling.kind === 'share' && { sampling: { ...sampling } }),
});

function writeSop(text: SopText, source: PlanSource, { roleOf }: Cascade): void {
  const { write, firstMs, version2Ms, ids, story } = source;
  const id = ids.sop(text.key);
  const { title, purpose, reviewEveryDays } = text;
  for (const [index, version] of text.versions.entries()) {
    const number = index + 1;
    const atMs = number === 1 ? firstMs : version2Ms;
    const outline = {
      ...stepFields(version.steps.map(stepOf)),
      ...sectionFields(sectionsIn(version)),
    };
    write(atMs, 'sopVersion', versionId(id, number), {
      sopId: id,
      number,
      title,
      purpose,
      changeNote: version.changeNote,
      changeReason: version.changeReason,
      publishedById: ids.member('robin'),
      publishedAtMs: atMs,
      ...creditFields(version, source),
      ...outline,
    });
    const publishedOn = number === 1 ? story.firstDay : story.uploadsVersion2On;
    write(atMs, 'sop', id, {
      title,
      purpose,
      outcomeId: ids.outcome(text.outcome),
      roleId: roleOf.get(text.outcome) ?? '',
      ownerId: ids.member(text.owner),
      publishedVersion: number,
      reviewOn: addDays(publishedOn, reviewEveryDays),
      reviewEveryDays,
      ...outline,
    });
  }
}

function creditFields({ credit }: VersionText, { ids }: PlanSource): Record<string, Json> {
  if (!credit) return {};
  const { person, step } = credit;
  return { [`credit.${suggestionIdAt(step)}`]: { memberId: ids.member(person), stepId: step } };
}

const ORDER_STEP = 1024;

/** A text's step at its place; orders leave room between neighbours for steps that are moved. */
const stepOf = (text: StepText, index: number): Step => ({
  ...EMPTY_STEP,
  id: text.id,
  order: (index + 1) * ORDER_STEP,
  title: text.title,
  how: text.how,
  why: text.why,
  kind: text.kind,
  isRequired: text.isRequired,
  rules: text.rules,
  options: text.options,
  min: text.min,
  max: text.max,
  expectedMinutes: text.minutes,
});

/** Each heading stands halfway before its step. */
const sectionsIn = ({ steps, sections = [] }: VersionText): readonly Section[] =>
  sections.map(({ before, title }, index) => ({
    id: `part${index + 1}`,
    order: (steps.findIndex(({ id }) => id === before) + 0.5) * ORDER_STEP,
    title,
  }));
