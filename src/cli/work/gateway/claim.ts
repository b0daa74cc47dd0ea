import type { ClaimedJobFragment } from "../../generated/graphql.js";

/** A job that the gateway has handed to this worker. */
export type Claim = ClaimedJobFragment;

/** What a worker has room for: of which job types, and how many jobs at most. */
export interface Wish {
  readonly jobTypes: readonly { readonly name: string; readonly version: string | null }[];
  readonly max: number;
}

/** A claim, as `claimJobs` takes it. */
export interface ClaimOrder extends Wish {
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly waitSeconds: number;
  readonly requestId: string;
}
