import type { IncomingMessage } from 'node:http';
import type { AccessFold, Holder } from '../access/fold-access.ts';
import type { Answer } from './answer.ts';

/** What a handler is given: who asks, for what, and the body where the route takes one. */
export interface Call {
  readonly request: IncomingMessage;
  /** The path's named parts, each as its pattern has it. */
  readonly part: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty where the route takes none. */
  readonly body: Uint8Array;
}

/** A call by somebody whose token is good for the path's workspace. */
export interface MemberCall extends Call {
  readonly holder: Holder;
  readonly access: AccessFold;
}

/** What the log and the description call a route. */
export type RouteName =
  | 'hello'
  | 'description'
  | 'claim'
  | 'batch-put'
  | 'batch-list'
  | 'batch-get'
  | 'piece-put'
  | 'piece-list'
  | 'piece-get'
  | 'join-put'
  | 'join-get';

export interface RouteShape {
  readonly name: RouteName;
  readonly method: 'GET' | 'PUT';
  /** The path in the manner of OpenAPI: `/v1/joins/{locator}`. */
  readonly path: string;
  /** Cap and media type of the body, for those that take one. */
  readonly takes?: { readonly maxBytes: number; readonly type: string };
  /**
   * `member`: the token of a member of the path's workspace. `setup`: this receiver's setup secret.
   * `open`: anybody.
   */
  readonly admits: 'open' | 'setup' | 'member';
}

export type Route = RouteShape &
  (
    | { readonly admits: 'open' | 'setup'; readonly handle: (call: Call) => Promise<Answer> }
    | { readonly admits: 'member'; readonly handle: (call: MemberCall) => Promise<Answer> }
  );
