import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { DomainError } from "../../../domain/errors.js";
import type { Claim, ClaimOrder } from "../gateway/Gateway.js";
import { isAbsent } from "./files.js";
import { lockFolder } from "./lockFolder.js";

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
  /** Eight digits, which no other spool has: what the engine has of this one is known by them. */
  readonly id: string;

  /** @throws {DomainError} where it can't be used, or another bridge uses it */
  constructor(readonly folder: string) {
    this.records = path.join(folder, "ended");
    try {
      mkdirSync(this.records, { recursive: true, mode: 0o700 });
      // Nobody else may read the tokens, whoever made the folder.
      chmodSync(folder, 0o700);
      lockFolder(folder);
      const id = this.read<string>("id");
      this.id = id ?? randomBytes(4).toString("hex");
      if (id === null) this.write("id", this.id);
    } catch (error) {
      throw error instanceof DomainError ? error : refusal(`can't be used at ${folder}: ${(error as Error).message}`);
    }
  }

  /** Keeps a claim that is about to be sent. */
  keepOrder(order: ClaimOrder): void {
    this.write("order.json", order);
  }

  /** Keeps what a claim has brought. */
  keepClaims({ requestId, claims }: ClaimedRequest): void {
    // It is there where the bridge ended just now, or the disk was full, and the claim is repeated.
    mkdirSync(path.join(this.folder, requestId), { recursive: true });
    this.write(path.join(requestId, "claims.json"), claims);
  }

  /** The claims whose jobs have not all been reported, and the last order where what it has brought was not kept. @throws {DomainError} */
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
    const text = await readFile(path.join(this.records, task), "utf8").catch((error) => {
      if (isAbsent(error)) return "";
      throw error;
    });
    return /^\d+\n$/.test(text) ? Number(text) : null;
  }

  async removeRecord(task: string): Promise<void> {
    await rm(path.join(this.records, task), { force: true });
  }

  async removeRequest(requestId: string): Promise<void> {
    await rm(path.join(this.folder, requestId), { recursive: true, force: true });
  }

  /** All at once: half a file would lose jobs. */
  private write(name: string, value: unknown): void {
    const file = path.join(this.folder, name);
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }

  /** What is there and can't be read must not be taken for absent: tasks would be canceled. */
  private read<Value>(name: string): Value | null {
    const file = path.join(this.folder, name);
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      if (isAbsent(error)) return null;
      throw refusal(`has ${file}, which can't be read: ${(error as Error).message}`);
    }
  }
}

const refusal = (message: string): DomainError => new DomainError({ code: "INVALID", path: ["workFolder"], message });
