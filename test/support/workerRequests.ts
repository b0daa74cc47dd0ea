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

/** Asks a gateway by HTTP. @param mutation has one field @returns what this gives @throws where it gives nothing, or there is no answer */
export async function askByHttp<Payload>(url: string, mutation: string, variables: object): Promise<Payload> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: mutation, variables }),
  });
  const answer = (await response.json()) as { data?: Record<string, Payload> };
  const [payload] = Object.values(answer.data ?? {});
  if (!payload) throw new Error(JSON.stringify(answer));
  return payload;
}

/** Reports and claims by HTTP, as a worker anywhere does. @throws where there is no answer, or one with errors */
export async function askWorkersDoor(url: string, reports: readonly DoorReport[], claim?: DoorOrder): Promise<DoorAnswer> {
  const payload = await askByHttp<DoorAnswer & { errors: readonly unknown[] }>(url, reportAndClaim, { input: { reports, claim } });
  if (payload.errors.length > 0) throw new Error(JSON.stringify(payload));
  return payload;
}
