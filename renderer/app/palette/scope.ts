import type { PaletteGroup } from './palette-item.ts';

export const SCOPES = ['actions', 'members', 'outcomes', 'sops', 'work'] as const;
export type Scope = (typeof SCOPES)[number];

/** The sign before a question that asks for one kind alone. */
export const SCOPE_SIGNS: Readonly<Record<Scope, string>> = {
  actions: '>',
  members: '@',
  outcomes: '#',
  sops: '/',
  work: '=',
};

export const SCOPE_GROUPS: Readonly<Record<Scope, ReadonlySet<PaletteGroup>>> = {
  actions: new Set(['actions', 'screen', 'views']),
  members: new Set(['members']),
  outcomes: new Set(['outcomes']),
  sops: new Set(['sops']),
  work: new Set(['work', 'log']),
};

/** What was typed: the kind that its sign asks for, and the question. */
export function readTyped(typed: string): { readonly scope: Scope | null; readonly text: string } {
  const start = typed.trimStart();
  const scope = SCOPES.find((each) => start.startsWith(SCOPE_SIGNS[each])) ?? null;
  return { scope, text: scope ? start.slice(1).trim() : start.trim() };
}

/** The same question of another kind, or of every kind where it is that kind's already. */
export function typedFor(typed: string, scope: Scope): string {
  const read = readTyped(typed);
  return read.scope === scope ? read.text : `${SCOPE_SIGNS[scope]}${read.text}`;
}
