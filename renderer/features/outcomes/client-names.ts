import type { Plan } from '../../data/plan.ts';

/** Clients that the plan or any outcome names. */
export const clientNames = ({ clients, outcomes }: Plan): readonly string[] =>
  [...new Set([...clients.map(({ name }) => name), ...outcomes.map(({ client }) => client)])]
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b));
