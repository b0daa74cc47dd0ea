import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Problem, refuse } from "../../domain/errors.js";
import { checkClaim } from "../../domain/execution/checkClaim.js";
import { claimJobs } from "../../domain/execution/claimJobs.js";
import type { JobClaim as ClaimRow } from "../../domain/execution/jobClaims.js";
import { maxReports, type ReportOutcome } from "../../domain/execution/jobReports.js";
import type { Context } from "../context.js";
import { TakesPlainArg } from "../execution/attachResolvers.js";
import { createLoaders } from "../loaders.js";
import { toUserErrors, withUserErrors } from "../userError.js";
import { ClaimJobsInput, type JobReportInput, ReportJobsInput, toClaimOrder, toJobReport } from "./workInputs.js";
import { ClaimJobsPayload, type OutcomeSource, ReportJobsPayload } from "./workPayloads.js";

/** The cost of handing out 1,000 jobs, and that of taking up as many reports. */
const complexity = 100_000;

@Resolver()
export class WorkerMutations {
  @Mutation(() => ClaimJobsPayload, {
    complexity,
    description:
      "Hands out jobs that wait, and makes each of them an execution of the worker's: the lower priority number first, among equals the batches in turn, and within a batch what was queued first. A caller who leaves while it waits gets none.",
  })
  @TakesPlainArg()
  async claimJobs(@Arg("input", () => ClaimJobsInput) input: ClaimJobsInput, @Ctx() context: Context): Promise<ClaimJobsPayload> {
    const { result, errors } = await withUserErrors(() => claim(context, input));
    context.load = createLoaders(context.db);
    return { claims: result ?? [], errors };
  }

  @Mutation(() => ReportJobsPayload, {
    complexity: 2 * complexity,
    description:
      "Takes up what a worker tells: one answer for each report, in their order; then, where asked for, a claim. The same report again is harmless, and is answered the same.",
  })
  @TakesPlainArg()
  async reportJobs(@Arg("input", () => ReportJobsInput) input: ReportJobsInput, @Ctx() context: Context): Promise<ReportJobsPayload> {
    const { reports, claim: order } = input;
    const reported = await withUserErrors(async () => {
      if (reports.length > maxReports)
        refuse([{ code: "TOO_LARGE", path: ["reports"], message: `must have at most ${maxReports} values` }]);
      return report(context, reports);
    });
    const claimed = await withUserErrors(async () => (reported.result && order ? claim(context, order) : []));
    context.load = createLoaders(context.db);
    const errors = [...reported.errors, ...claimed.errors.map((error) => ({ ...error, path: ["claim", ...error.path] }))];
    return { outcomes: reported.result ?? [], claims: claimed.result ?? [], errors };
  }
}

const under = (path: readonly string[], problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));

async function claim({ db, queue, work, wait }: Context, input: ClaimJobsInput): Promise<ClaimRow[]> {
  const order = toClaimOrder(input);
  refuse(checkClaim(order, input.waitSeconds));
  const claims =
    input.waitSeconds === 0 ? (await claimJobs(db, order)).claims : await wait((isGone) => queue.claim(order, input.waitSeconds, isGone));
  work.claimed += claims.length;
  return claims;
}

/** Takes up the reports. Those that are of no kind, or of several, are refused, each by itself. */
async function report({ db, reports: groups, work }: Context, inputs: readonly JobReportInput[]): Promise<OutcomeSource[]> {
  const reports = inputs.map(toJobReport);
  const known = reports.filter((one) => one !== null);
  const outcomes = await groups.take(db, known);
  work.count(known, outcomes);
  const taken = outcomes.values();
  return inputs.map(({ token }, i) => toOutcome(reports[i] ? (taken.next().value as ReportOutcome) : notOneKind(token), i));
}

const notOneKind = (token: string): ReportOutcome => ({
  token,
  problem: { code: "INVALID", path: [], message: "must have exactly one of heartbeat, completed, failed and released" },
  jobId: null,
  leaseExpires: null,
  shouldStop: null,
});

const toOutcome = ({ token, problem, jobId, leaseExpires, shouldStop }: ReportOutcome, i: number): OutcomeSource => ({
  token,
  accepted: problem === null,
  error: problem && (toUserErrors(under(["reports", String(i)], [problem]))[0] ?? null),
  jobId,
  leaseExpires,
  shouldStop,
});
