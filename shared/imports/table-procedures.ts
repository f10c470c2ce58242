import { fieldPieces } from '../stream/field-pieces.ts';
import type { Edit } from '../stream/change.ts';
import { newStep } from '../sops/draft.ts';
import { stepFields } from '../sops/step.ts';
import type { Checklist } from './checklists.ts';
import { checklistKey } from './checklists.ts';
import type { Draft } from './draft.ts';
import { textOf } from '../record-fields.ts';
import { importedSopId } from './source-keys.ts';

/** A checklist that becomes an SOP: the same one on many pieces of work is one. */
export interface TableProcedure {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  /** How many pieces of work have it. */
  readonly count: number;
  /** As written; empty where its work is for several outcomes. */
  readonly outcomeName: string;
}

/** A file of checklists that are all different makes no library of procedures. */
const MAX_PROCEDURES = 500;
const TITLE_CHARS = 160;
const SAYS_NOTHING = /^(?:check ?list|to.?dos?|tasks?|steps?|items?)?$/i;

/** Collects the checklists of a table's work. */
export class ProcedureList {
  readonly #found = new Map<string, { procedure: TableProcedure; isMixed: boolean }>();

  add(checklist: Checklist, draft: Draft): void {
    const key = checklistKey(checklist);
    const held = this.#found.get(key);
    if (held) {
      held.procedure = { ...held.procedure, count: held.procedure.count + 1 };
      if (held.procedure.outcomeName !== draft.outcomeName) held.isMixed = true;
      return;
    }
    if (this.#found.size >= MAX_PROCEDURES) return;
    const { name, items } = checklist;
    const work = textOf(draft.fields, 'title');
    // `Checklist` is what tools call one that nobody named: the work says more.
    const title = SAYS_NOTHING.test(name.trim()) ? work || name : name;
    this.#found.set(key, {
      procedure: {
        id: importedSopId(key),
        title: title.slice(0, TITLE_CHARS),
        steps: items.map((item) => item.title),
        count: 1,
        outcomeName: draft.outcomeName,
      },
      isMixed: false,
    });
  }

  get list(): readonly TableProcedure[] {
    return [...this.#found.values()]
      .map(({ procedure, isMixed }) => (isMixed ? { ...procedure, outcomeName: '' } : procedure))
      .toSorted((a, b) => b.count - a.count);
  }
}

const ORDER_STEP = 1024;

/** A procedure as the draft of an SOP; its ids follow from its words, so that the same import makes the same. */
export function sopEdits(
  { id, title, steps }: TableProcedure,
  said: { readonly outcomeId: string; readonly ownerId: string; readonly importId: string },
): readonly Edit[] {
  const made = steps.map((step, index) => ({
    ...newStep(`c${index + 1}`, (index + 1) * ORDER_STEP),
    title: step,
  }));
  const { outcomeId, ownerId, importId } = said;
  const head = { title, purpose: '', outcomeId, ownerId, deleted: false, importId };
  return fieldPieces({ ...head, ...stepFields(made) }).map((fields) => ({
    audience: 'team',
    type: 'sop',
    id,
    fields,
  }));
}
