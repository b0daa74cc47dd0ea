import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type Leave, Places } from "../../src/http/Places.js";

setFlagsFromString("--expose-gc");
const collect: (options?: { type: "minor" }) => void = runInNewContext("gc");

const requestBytes = 10_000;

describe("Places", () => {
  it("keep nothing of requests that have waited, although the queue itself is in the old generation", () => {
    const places = new Places(4);
    const leaves: Leave[] = [];
    const takeOne = () => {
      const request = new Array(requestBytes / 8).fill(0.5);
      places.take((leave) => {
        request[0] = leaves.push(leave);
      });
    };
    for (let i = 0; i < 16; i++) takeOne();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 4000; i++) {
      takeOne();
      leaves.shift()?.();
      if (i % 100 === 99) collect({ type: "minor" });
    }
    for (let i = 0; i < 2; i++) collect({ type: "minor" });
    expect(places.waiting).toBe(12);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * requestBytes);
    while (leaves.length > 0) leaves.shift()?.();
  });
});
