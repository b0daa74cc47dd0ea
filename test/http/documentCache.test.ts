import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { DocumentCache } from "../../src/http/DocumentCache.js";

const mebibyte = 1_048_576;

describe("The documents that are kept", () => {
  it.each([
    ["with many fields", (i: number) => `{ ${Array.from({ length: 1400 }, (_, field) => `f${field}`).join(" ")} f${i} }`],
    ["with long texts", (i: number) => `{ batches(after: "${"x".repeat(100_000)}${i}") { totalCount } }`],
    ["with long comments", (i: number) => `# ${"x".repeat(100_000)}${i}\n{ __typename }`],
  ])("are few where they are large: %s", (_what, source) => {
    const cache = new DocumentCache();
    for (let i = 0; i < 100; i++) cache.set(String(i), parse(source(i)));
    expect(cache.calculatedSize).toBeLessThanOrEqual(4 * mebibyte);
    expect(cache.size).toBeGreaterThan(4);
    expect(cache.size).toBeLessThan(25);
    expect(cache.get("99")).toBeDefined();
  });

  it("stay while they are used, whatever else comes", () => {
    const cache = new DocumentCache();
    cache.set("used", parse("{ __typename }"));
    for (let i = 0; i < 1000; i++) {
      cache.set(String(i), parse(`{ a${i}: __typename }`));
      cache.get("used");
    }
    expect(cache.size).toBe(200);
    expect(cache.has("used")).toBe(true);
  });
});
