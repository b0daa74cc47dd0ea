import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { maxRequestBytes } from "../../src/domain/textLimits.js";

/** A job for a worker; what is left out has a default. */
export interface FakeJob {
  readonly type?: string;
  readonly data?: Record<string, unknown>;
  readonly files?: readonly Record<string, unknown>[];
  /** Seconds. */
  readonly timeout?: number;
  readonly cpus?: number;
  readonly memory?: number;
}

/** What a worker has said of one execution. */
export interface FakeReport {
  readonly token: string;
  readonly heartbeat?: { logTail?: string; leaseSeconds?: number };
  readonly completed?: { results: { output_data: Record<string, unknown>[] } | null; logTail: string };
  readonly failed?: { error: string; message: string; retryable: boolean; exitCode?: number; logTail?: string };
  readonly released?: { reason: string };
}

interface Order {
  readonly requestId: string;
  readonly max?: number;
  readonly waitSeconds: number;
  readonly jobTypes: readonly { readonly name: string }[];
}

interface Input extends Order {
  readonly reports?: readonly FakeReport[];
  readonly claim?: Order | null;
}

interface Asked {
  readonly query: string;
  readonly variables: { readonly input: Input };
}

/** @returns null for what a gateway's parser refuses: what is no JSON, and the key `__proto__` */
function readBody(body: string): Asked | null {
  try {
    return /"__proto__"\s*:/.test(body) ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * Stands in for a gateway where a test needs answers that a real one gives only by chance, or by faults of its own: lost, late, refused.
 */
export class FakeGateway {
  readonly reports: FakeReport[] = [];
  readonly orders: Order[] = [];
  /** The claims of each `requestId`. */
  readonly claimed = new Map<string, readonly unknown[]>();
  /** The reports of each request. */
  readonly requests: (readonly FakeReport[])[] = [];
  /** What becomes of the next requests: their answers are lost, or never come, or are but a status, or an error. */
  readonly faults: ("lost" | "silent" | number | { readonly status: number; readonly code: string })[] = [];
  /** Answers a report otherwise than by accepting it. */
  answer: (report: FakeReport) => { error?: { code: string; message: string }; shouldStop?: string } | undefined = () => undefined;
  /** The largest body that it takes. */
  maxBytes = maxRequestBytes;
  private readonly queue: (FakeJob & { id: number })[] = [];
  private count = 0;

  private constructor(readonly url: string) {}

  static async start(): Promise<FakeGateway> {
    const server = createServer((request, response) => {
      void gateway.handle(request).then((answer) => {
        if (answer === "silent") return;
        if (answer === "lost") return response.destroy();
        const [status, body] = answer;
        response.writeHead(status).end(JSON.stringify(body));
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const gateway = new FakeGateway(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return gateway;
  }

  /** @returns the token of its execution */
  add(job: FakeJob = {}): string {
    const id = ++this.count;
    this.queue.push({ ...job, id });
    return `token-${id}`;
  }

  /** The report that ended an execution. */
  endOf = (token: string): FakeReport | undefined => this.reports.find((report) => report.token === token && !report.heartbeat);

  private async handle(request: IncomingMessage): Promise<"lost" | "silent" | [status: number, body: object]> {
    const body = await text(request);
    if (Buffer.byteLength(body) > this.maxBytes) return [413, { detail: "The body is too large" }];
    const asked = readBody(body);
    if (!asked) return [400, { detail: "The body is not valid JSON" }];
    const { query, variables } = asked;
    const { input } = variables;
    const [order, reports] = query.includes("claimJobs(") ? [input, []] : [input.claim, input.reports ?? []];
    const isGone = () => request.socket.destroyed;
    const fault = this.faults.shift();
    if (fault === "silent") return fault;
    if (typeof fault === "number") return [fault, {}];
    if (typeof fault === "object") return [fault.status, { errors: [{ message: fault.code, extensions: { code: fault.code } }] }];
    this.reports.push(...reports);
    if (reports.length > 0) this.requests.push(reports);
    const outcomes = reports.map((report) => ({ error: null, shouldStop: null, ...this.answer(report) }));
    const claims = order ? await this.claim(order, isGone) : [];
    if (fault === "lost") return fault;
    const data = query.includes("claimJobs(") ? { claimJobs: { claims, errors: [] } } : { reportJobs: { outcomes, claims, errors: [] } };
    return [200, { data }];
  }

  /** What a claim brings. @param isGone whether nobody waits for it any more */
  async claim(order: Order, isGone: () => boolean): Promise<readonly unknown[]> {
    this.orders.push(order);
    const again = this.claimed.get(order.requestId);
    if (again) return again;
    const isWanted = ({ type = "step" }: FakeJob) => order.jobTypes.some(({ name }) => name === type);
    const end = Date.now() + order.waitSeconds * 1000;
    while (!this.queue.some(isWanted) && Date.now() < end && !isGone()) await new Promise((resolve) => setTimeout(resolve, 10));
    if (isGone()) return [];
    const taken = this.queue.filter(isWanted).slice(0, order.max ?? 1);
    for (const job of taken) this.queue.splice(this.queue.indexOf(job), 1);
    const claims = taken.map(
      ({ id, type = "step", data = { version: "1.0", input_data: [] }, files = [], timeout = 60, cpus = 1, memory = 64 }) => ({
        ...{ token: `token-${id}`, attempt: 1, data, files },
        job: {
          id: `${id}`,
          databaseId: id,
          timeout,
          jobType: { id: type, name: type, version: "1.0", cpusRequired: cpus, memRequired: memory },
        },
      }),
    );
    this.claimed.set(order.requestId, claims);
    return claims;
  }
}
