import { setTimeout as pause } from "node:timers/promises";
import DataLoader from "dataloader";
import { databaseFaultOf } from "../../db/databaseFault.js";

/** The longest time, in milliseconds, that requests wait for the group before them, which may wait for a lock. */
const maxWait = 50;

/** How requests are served. */
interface Service<Request, Answer> {
  /** The most requests of a group. */
  readonly maxRequests: number;
  /** Serves requests in one transaction. @returns their answers, in their order */
  readonly together: (requests: readonly Request[]) => Promise<Answer[]>;
  readonly alone: (request: Request) => Promise<Answer>;
}

/**
 * Serves requests in groups. What comes while a transaction serves some goes together into the next one, because a transaction costs much
 * more than what one request has it do. If a group fails, each of its requests is served alone, so that none fails for another one's sake.
 */
export class Groups<Request, Answer> {
  #before: Promise<unknown> = Promise.resolve();
  readonly #loader: DataLoader<Request, Answer>;

  constructor(private readonly service: Service<Request, Answer>) {
    this.#loader = new DataLoader((group: readonly Request[]) => this.#begin(group), {
      cache: false,
      maxBatchSize: service.maxRequests,
      batchScheduleFn: (begin) => void Promise.race([this.#before, pause(maxWait, undefined, { ref: false })]).then(begin),
    });
  }

  serve(request: Request): Promise<Answer> {
    return this.#loader.load(request);
  }

  #begin(group: readonly Request[]): Promise<(Answer | Error)[]> {
    const answers = this.#serve(group);
    this.#before = answers;
    return answers;
  }

  async #serve(group: readonly Request[]): Promise<(Answer | Error)[]> {
    if (group.length > 1) {
      try {
        return await this.service.together(group);
      } catch (error) {
        if (databaseFaultOf(error) !== null) return group.map(() => error as Error);
      }
    }
    return Promise.all(group.map((request) => this.service.alone(request).catch((error: Error) => error)));
  }
}
