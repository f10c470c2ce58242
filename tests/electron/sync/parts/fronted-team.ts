import { onTestFinished } from 'vitest';
import { endpointTeam, type EndpointTeamOptions } from './endpoint-team.ts';
import { type HttpFront, httpFront } from './http-front.ts';

/** A team whose requests all pass a proxy that the test speaks for. */
export async function frontedTeam(options: Pick<EndpointTeamOptions, 'faults'> = {}) {
  const fronts: HttpFront[] = [];
  const team = await endpointTeam({
    ...options,
    via: async ({ url }) => {
      const made = await httpFront(url);
      fronts.push(made);
      onTestFinished(made.close);
      return made.url;
    },
  });
  const [front] = fronts;
  if (!front) throw new Error('There is no proxy.');
  await team.send();
  return { ...team, front };
}
