/** A claim, as the gateway answers it. */
export interface DoorClaim {
  readonly token: string;
  readonly attempt: number;
  readonly leaseExpires: string;
  readonly job: { readonly databaseId: number };
}

/** An answer to a report, as the gateway gives it. */
export interface DoorOutcome {
  readonly accepted: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly shouldStop: string | null;
}

/** What a worker asks for. */
export interface DoorOrder {
  readonly worker: string;
  readonly max?: number;
  readonly leaseSeconds?: number;
  readonly waitSeconds?: number;
  readonly requestId?: string;
}

/** A report of a worker. */
export type DoorReport = { readonly token: string } & Readonly<Record<string, unknown>>;

/** What a report and a claim are answered. */
export interface DoorAnswer {
  readonly outcomes: readonly DoorOutcome[];
  readonly claims: readonly DoorClaim[];
}

export const reportAndClaim = `mutation ($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes { accepted error { code message } shouldStop }
    claims { token attempt leaseExpires job { databaseId } }
    errors { code message }
  }
}`;

/** Reports and claims by HTTP, as a worker anywhere does. @throws where there is no answer, or one with errors */
export async function askWorkersDoor(url: string, reports: readonly DoorReport[], claim?: DoorOrder): Promise<DoorAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: reportAndClaim, variables: { input: { reports, claim } } }),
  });
  const answer = (await response.json()) as { data?: { reportJobs: DoorAnswer & { errors: readonly unknown[] } } };
  const payload = answer.data?.reportJobs;
  if (!payload || payload.errors.length > 0) throw new Error(JSON.stringify(answer));
  return payload;
}
