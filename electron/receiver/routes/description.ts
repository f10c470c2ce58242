import { answerJson } from '../http/answer.ts';
import type { Route, RouteShape } from '../http/route.ts';
import { describeEndpoint } from '../openapi/describe.ts';

/** The endpoint described for every other client, itself included. Made when first asked for. */
export function descriptionRoute(routes: readonly RouteShape[]): Route {
  const shape = {
    name: 'description',
    method: 'GET',
    path: '/v1/openapi.json',
    admits: 'open',
  } as const;
  let description: object | null = null;
  return {
    ...shape,
    handle: async () => answerJson(200, (description ??= describeEndpoint([...routes, shape]))),
  };
}
