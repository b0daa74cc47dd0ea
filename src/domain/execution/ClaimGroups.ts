import { LRUCache } from "lru-cache";
import type { Database } from "../../db/database.js";
import { type ClaimResult, claimTogether } from "./claimJobs.js";
import { findClaimableTypes } from "./findClaimableTypes.js";
import { Groups } from "./Groups.js";
import type { ClaimOrder, JobTypeChoice } from "./jobClaims.js";

/** The most jobs that a claim may ask for to be served together with others. */
const maxJobs = 10;
/** How long it is remembered which job types a list of names means, in milliseconds. */
const remembered = 1000;

/** Serves the claims of workers that wait for few jobs at a time, in groups of those that take the same job types. */
export class ClaimGroups {
  readonly #types = new LRUCache<string, number[]>({ max: 1000, ttl: remembered });
  readonly #groups = new LRUCache<string, Groups<ClaimOrder, ClaimResult>>({ max: 1000 });

  constructor(private readonly db: Database) {}

  /** Finds job types as `findClaimableTypes` does. Workers that wait for jobs name the same ones dozens of times a second. */
  async findTypes(choices: readonly JobTypeChoice[] | null): Promise<number[] | null> {
    const key = JSON.stringify(choices);
    const known = this.#types.get(key);
    if (known) return known;
    const found = await findClaimableTypes(this.db, choices);
    if (found) this.#types.set(key, found);
    return found;
  }

  /** Serves a claim: see `claimTogether`. */
  claim(order: ClaimOrder, typeIds: readonly number[] | null): Promise<ClaimResult> {
    return order.max > maxJobs ? this.#alone(order, typeIds) : this.#groupsOf(typeIds).serve(order);
  }

  #groupsOf(typeIds: readonly number[] | null): Groups<ClaimOrder, ClaimResult> {
    const key = String(typeIds);
    const groups =
      this.#groups.get(key) ??
      new Groups({
        maxRequests: 20,
        together: (orders) => claimTogether(this.db, typeIds, orders),
        alone: (order) => this.#alone(order, typeIds),
      });
    this.#groups.set(key, groups);
    return groups;
  }

  async #alone(order: ClaimOrder, typeIds: readonly number[] | null): Promise<ClaimResult> {
    const [result] = await claimTogether(this.db, typeIds, [order]);
    return result as ClaimResult;
  }
}
