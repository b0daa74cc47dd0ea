import pg from "pg";
import { vi } from "vitest";

/**
 * Notes the statements that this process sends to PostgreSQL while some work is done: those of Prisma, of the pool, and of connections of
 * its own.
 */
export async function statementsOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | { text?: string }];
    const text = typeof statement === "string" ? statement : (statement.text ?? "");
    // What gives connections their settings, or their plans anew, does not count: how many are new depends on what was done before.
    if (!text.includes("set_config")) statements.push(text.replace("DISCARD PLANS; ", ""));
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
