import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Claim, ClaimOrder } from "../gateway/claim.js";

/** What a request has claimed. */
export interface ClaimedRequest {
  readonly requestId: string;
  readonly claims: readonly Claim[];
}

/**
 * The folder of a bridge, which all nodes see. It has what is too large or too secret for the engine: the claims of each request as they came,
 * with their tokens, and the files of each task. Tasks leave a record of how they ended there, which costs the engine no question.
 */
export class Spool {
  readonly records: string;

  constructor(readonly folder: string) {
    this.records = path.join(folder, "ended");
    // Nobody else may read the tokens.
    mkdirSync(this.records, { recursive: true, mode: 0o700 });
  }

  /** Keeps a claim that is about to be sent. */
  keepOrder(order: ClaimOrder): void {
    this.write("order.json", order);
  }

  /** Keeps what a claim has brought. */
  keepClaims({ requestId, claims }: ClaimedRequest): void {
    mkdirSync(path.join(this.folder, requestId));
    this.write(path.join(requestId, "claims.json"), claims);
  }

  /** The claims whose jobs have not all been reported, and the last order where what it has brought was not kept. */
  found(): { readonly requests: readonly ClaimedRequest[]; readonly unanswered: ClaimOrder | null } {
    const requests = readdirSync(this.folder).flatMap((requestId) => {
      const claims = this.read<readonly Claim[]>(path.join(requestId, "claims.json"));
      return claims ? { requestId, claims } : [];
    });
    const order = this.read<ClaimOrder>("order.json");
    const isKept = requests.some(({ requestId }) => requestId === order?.requestId);
    return { requests, unanswered: isKept ? null : order };
  }

  /** The records that tasks have left: `array.index`. */
  recorded(): Promise<readonly string[]> {
    return readdir(this.records);
  }

  /** The exit code that a task has left; null where it has left none. */
  async exitCodeOf(task: string): Promise<number | null> {
    const text = await readFile(path.join(this.records, task), "utf8").catch(() => "");
    return /^\d+\n$/.test(text) ? Number(text) : null;
  }

  async removeRecord(task: string): Promise<void> {
    await rm(path.join(this.records, task), { force: true });
  }

  removeRequest(requestId: string): void {
    rmSync(path.join(this.folder, requestId), { recursive: true, force: true });
  }

  /** All at once: half a file would lose jobs. */
  private write(name: string, value: unknown): void {
    const file = path.join(this.folder, name);
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  private read<Value>(name: string): Value | null {
    try {
      return JSON.parse(readFileSync(path.join(this.folder, name), "utf8"));
    } catch {
      return null;
    }
  }
}
