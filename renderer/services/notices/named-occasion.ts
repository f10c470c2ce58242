import type { Occasion } from '#shared/notices/plan-notices';
import type { Route } from '../../state/route.ts';

/** An occasion with what is said of it, and where it leads. */
export interface NamedOccasion extends Occasion {
  readonly title: string;
  /** The time that is named with it, UTC ms. */
  readonly namedAtMs: number;
  readonly route: Route;
}
