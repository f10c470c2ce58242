import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import type { DraftPatch, SopHead } from './draft-patch.ts';
import { sectionFields } from './section.ts';
import { sopFrom } from './sop.ts';
import { stepFields } from './step.ts';

const HEAD = [
  'title',
  'purpose',
  'outcomeId',
  'roleId',
  'ownerId',
  'reviewOn',
  'reviewEveryDays',
] as const satisfies readonly (keyof SopHead)[];

/** A change to a draft as the fields that it would write; null for a step or section that goes. */
export const keptFields = ({ head, steps, sections }: DraftPatch): Fields => ({
  ...head,
  ...gone('step', steps),
  ...gone('section', sections),
  ...stepFields([...steps.values()].filter((step) => step !== null)),
  ...sectionFields([...sections.values()].filter((section) => section !== null)),
});

/** The change that fields read from JSON say; what is not understood in them is left out. Null where there are none. */
export function keptPatch(kept: unknown): DraftPatch | null {
  if (!isFields(kept)) return null;
  const sop = sopFrom({ id: '', fields: kept });
  const head: Partial<Record<string, unknown>> = {};
  for (const name of HEAD) if (Object.hasOwn(kept, name)) head[name] = sop[name];
  return {
    head,
    steps: new Map([...goneIn(kept, 'step'), ...byId(sop.draftSteps)]),
    sections: new Map([...goneIn(kept, 'section'), ...byId(sop.draftSections)]),
  };
}

/** Of what JSON was read from, objects have fields. */
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const gone = (kind: string, items: ReadonlyMap<string, object | null>): Record<string, Json> =>
  Object.fromEntries(
    [...items].flatMap(([id, item]) => (item === null ? [[`${kind}.${id}`, null]] : [])),
  );

const goneIn = (fields: Fields, kind: string): readonly (readonly [string, null])[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === null && name.startsWith(`${kind}.`)
      ? [[name.slice(kind.length + 1), null] as const]
      : [],
  );

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly [string, T][] =>
  items.map((item) => [item.id, item]);
