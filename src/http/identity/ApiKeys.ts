import { timingSafeEqual } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../../db/database.js";
import { findWorkingKeys, type KeyRow } from "../../domain/key/findKeys.js";
import { hashOf, prefixOf } from "../../domain/key/keyText.js";
import { type Identity, Unauthenticated } from "./identity.js";

/** Milliseconds for which the keys that were read are taken for those that there are: so long a revoked key may still work. */
const maxAge = 2000;
/** Milliseconds between two readings. A key that is not known, and may be new, waits for the next one: whoever tries out keys waits, too. */
const minInterval = 250;
/** Milliseconds to which `lastUsed` is exact. */
const useInterval = 60_000;

/** The API keys that work. All of them are read at once, so that requests cost no statement each. */
export class ApiKeys {
  #keys = new Map<string, KeyRow>();
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;
  /** When each key was noted as used, by its id. */
  readonly #noted = new Map<number, number>();

  constructor(
    private readonly database: Pick<Database, "prisma">,
    private readonly log: FastifyBaseLogger,
  ) {}

  /** Whose key it is. @throws {Unauthenticated} */
  async identify(text: string): Promise<Identity> {
    const prefix = prefixOf(text);
    if (prefix === null) throw new Unauthenticated("The API key is cut off or misspelled");
    const key = await this.#find(prefix);
    // Comparing takes as long for a wrong key as for the right one.
    if (!key || !timingSafeEqual(key.hash, hashOf(text))) throw new Unauthenticated("There is no such API key, or it was revoked");
    if (key.expires && key.expires.getTime() <= Date.now()) throw new Unauthenticated("The API key has expired");
    this.#noteUse(key);
    const { name, role, expires } = key;
    return { actor: { name, role }, expires: expires?.getTime() ?? Number.POSITIVE_INFINITY, check: () => this.identify(text) };
  }

  async #find(prefix: string): Promise<KeyRow | undefined> {
    if (!this.#keys.has(prefix) || performance.now() - this.#readAt > maxAge) await this.#read();
    return this.#keys.get(prefix);
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readNow().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readNow(): Promise<void> {
    const rest = this.#readAt + minInterval - performance.now();
    if (rest > 0) await setTimeout(rest, undefined, { ref: false });
    const began = performance.now();
    this.#keys = new Map((await findWorkingKeys(this.database)).map((key) => [key.prefix, key]));
    this.#readAt = began;
  }

  #noteUse({ id }: KeyRow): void {
    const now = Date.now();
    if (now - (this.#noted.get(id) ?? 0) < useInterval) return;
    this.#noted.set(id, now);
    this.database.prisma.apiKey
      .updateMany({ where: { id }, data: { lastUsed: new Date(now) } })
      .catch((err: unknown) => this.log.debug({ err }, "Could not note the use of an API key"));
  }
}
