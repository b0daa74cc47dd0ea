import { CommanderError } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { readLoadOptions } from "../../src/cli/loadOptions.js";
import { readInvocation } from "../../src/config/invocation.js";

const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => printed.mockClear());
afterAll(() => printed.mockRestore());

const read = (args: readonly string[]) => readLoadOptions(args, readInvocation("load", {}));
const full = ["a.json", "--recipes", "5", "--from", "2016-01-01", "--to", "2016-12-31"];
const replaced = (option: string, value: string) => full.map((word, i) => (full[i - 1] === option ? value : word));

describe("The command line", () => {
  it("names files, how many recipes to make and when they are created, the last day to its end", () => {
    expect(read(full)).toEqual({
      files: ["a.json"],
      sample: false,
      fromScale: null,
      recipes: { count: 5, from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T23:59:59.999999Z" },
    });
  });

  it("takes a time with an offset for a date, several files, and no recipes at all", () => {
    expect(read(replaced("--from", "2016-01-01T01:30:00+01:30")).recipes?.from).toBe("2016-01-01T00:00:00.000000Z");
    expect(read(["a.json", "b.json"])).toEqual({ files: ["a.json", "b.json"], sample: false, fromScale: null, recipes: null });
    expect(read(["--sample"])).toEqual({ files: [], sample: true, fromScale: null, recipes: null });
  });

  it.each([
    ["nothing to load", [], "name at least one FILE, --sample or --from-scale"],
    ["Scale's database and a sample", ["--from-scale", "postgresql://scale", "--sample"], "option '--from-scale' goes without"],
    [
      "Scale's database by what is no URL",
      ["--from-scale", "host=scale password=secret"],
      "option '--from-scale' takes a postgresql:// URL",
    ],
    ["an unknown option", ["a.json", "--recipe", "5"], "unknown option '--recipe'"],
    ["a sample and a file", ["--sample", "a.json"], "option '--sample' goes without FILE"],
    ["a sample and recipes", ["--sample", ...full.slice(1)], "option '--sample' goes without FILE"],
    ["no recipes at all", replaced("--recipes", "0"), "'--recipes <N>' argument '0' is invalid. It must be an integer from 1 to 10000000"],
    ["too many recipes", replaced("--recipes", "10000001"), "'--recipes <N>' argument '10000001' is invalid"],
    ["a fraction of a recipe", replaced("--recipes", "1.5"), "'--recipes <N>' argument '1.5' is invalid"],
    ["a number in words", replaced("--recipes", "ten"), "'--recipes <N>' argument 'ten' is invalid"],
    ["a number in scientific notation", replaced("--recipes", "1e3"), "'--recipes <N>' argument '1e3' is invalid"],
    ["a time without a zone", replaced("--from", "2016-01-01T00:00:00"), "'--from <TIME>' argument '2016-01-01T00:00:00' is invalid"],
    ["a day that does not exist", replaced("--to", "2016-02-30"), "'--to <TIME>' argument '2016-02-30' is invalid"],
    ["a year that can't be kept", replaced("--from", "0000-01-01"), "It must be of the years 1 to 9999"],
    ["dates the wrong way round", replaced("--to", "2015-12-31"), "'--from' must not be later than '--to'"],
    ["recipes without a beginning", ["a.json", "--recipes", "5", "--to", "2016-12-31"], "'--recipes' needs '--from <TIME>'"],
    ["recipes without an end", ["a.json", "--recipes", "5", "--from", "2016-12-31"], "'--recipes' needs '--to <TIME>'"],
    ["dates without recipes", ["a.json", "--to", "2016-12-31"], "option '--to' goes with '--recipes' only"],
  ])("with %s is refused, and the option named", (_, args, message) => {
    expect(() => read(args)).toThrow(CommanderError);
    expect(printed.mock.calls.join("")).toContain(message);
  });
});
