import pg from "pg";
import { vi } from "vitest";
import { StatementBatch } from "../../src/db/StatementBatch.js";

/**
 * Notes the statements that this process sends to PostgreSQL while some work is done: those of Prisma, of the pool, and of connections of
 * its own.
 */
export async function statementsOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | { text?: string }];
    for (const one of statement instanceof StatementBatch ? statement.queries : [statement]) {
      const text = typeof one === "string" ? one : (one.text ?? "");
      // What gives connections their settings, or their plans anew, does not count: how many are new depends on what was done before.
      if (!/set_config|DISCARD PLANS/.test(text)) statements.push(text);
    }
    return real.apply(this, args);
  } as never);
  try {
    return { result: await work(), statements };
  } finally {
    spy.mockRestore();
  }
}

/** The statements that count rows. */
export const countsIn = (statements: readonly string[]): string[] => statements.filter((text) => /\bAS "count"/.test(text));
