import { describe, expect, it } from "vitest";
import { readResults } from "../../../src/domain/execution/readResults.js";

const outputs = [
  { name: "mask", type: "file", required: true },
  { name: "tiles", type: "files", required: false },
  { name: "clouds", type: "property", required: false },
];
const read = (...output_data: unknown[]) => readResults({ version: "1.0", output_data }, outputs);
const file = {
  file_name: "mask.tif",
  media_type: "image/tiff",
  file_size: 12,
  uri: "file:///data/mask.tif",
  data_started: "2016-01-01T00:00:00Z",
};

describe("Results", () => {
  it("are stored with the ids of the files that they report", () => {
    const results = read({ name: "tiles", files: [file, file] }, { name: "mask", file }, { name: "clouds", value: "0.3" });
    expect(results).toMatchObject({ problems: [], missing: [] });
    expect(results.files).toHaveLength(3);
    expect(results.files[0]).toEqual({ ...file, data_started: "2016-01-01T00:00:00.000000Z", data_ended: null });
    expect(results.withIds([1, 2, 3])).toEqual({
      version: "1.0",
      output_data: [
        { name: "tiles", file_ids: [1, 2] },
        { name: "mask", file_id: 3 },
        { name: "clouds", value: "0.3" },
      ],
    });
  });

  it("may have null as a value; beside another form it is none", () => {
    const results = read({ name: "clouds", value: null }, { name: "tiles", file_ids: [5], file_id: null, value: null });
    expect(results.problems).toEqual([]);
    expect(results.withIds([])).toEqual({
      version: "1.0",
      output_data: [
        { name: "clouds", value: null },
        { name: "tiles", file_ids: [5] },
      ],
    });
  });

  it("may name files that are known, which are looked up", () => {
    expect(read({ name: "mask", file_id: 7 }, { name: "tiles", file_ids: [8, 9] })).toMatchObject({ problems: [], fileIds: [7, 8, 9] });
  });

  it("tell which required outputs are missing", () => {
    expect(read().missing).toEqual(["mask"]);
    expect(readResults(null, outputs)).toMatchObject({ problems: [], missing: ["mask"] });
  });

  it.each([
    ["an output that the job type has not", { name: "shadow", file_id: 1 }, ["0", "name"], 'is not an output of the job type: "shadow"'],
    ["an output without a value", { name: "clouds" }, ["0"], "must have exactly one of value, file_id, file_ids, file, files"],
    [
      "an output with two values",
      { name: "mask", file_id: 1, file },
      ["0"],
      "must have exactly one of value, file_id, file_ids, file, files",
    ],
    ["a list where one file is wanted", { name: "mask", file_ids: [1, 2] }, ["0", "file_ids"], "does not fit the output's type, file"],
    ["a value where a file is wanted", { name: "mask", value: "x" }, ["0", "value"], "does not fit the output's type, file"],
    ["a file where a property is wanted", { name: "clouds", file_id: 1 }, ["0", "file_id"], "does not fit the output's type, property"],
    ["an id that is none", { name: "mask", file_id: "7" }, ["0", "file_id"], "must be the id of a file"],
    ["a file without a name", { name: "mask", file: {} }, ["0", "file", "file_name"], "is required"],
    [
      "a file with a negative size",
      { name: "mask", file: { ...file, file_size: -1 } },
      ["0", "file", "file_size"],
      "must be a number of bytes",
    ],
    [
      "a time without a zone",
      { name: "mask", file: { ...file, data_ended: "2016-01-01" } },
      ["0", "file", "data_ended"],
      "must be an ISO-8601 time with a zone",
    ],
    ["a text that can't be stored", { name: "clouds", value: "\u0000" }, ["0", "value"], "has a character that the database can't store"],
  ])("are refused for %s", (_, entry, at, message) => {
    expect(read(entry).problems[0]).toMatchObject({ path: ["completed", "results", "output_data", ...at], message });
  });

  it("are refused where an output is given twice, or where they have another form", () => {
    expect(read({ name: "mask", file_id: 1 }, { name: "mask", file_id: 2 }).problems[0]?.message).toBe('is given twice: "mask"');
    expect(readResults([], outputs).problems[0]?.path).toEqual(["completed", "results"]);
    expect(readResults({ outputs: [] }, outputs).problems[0]).toMatchObject({ message: "is not a key of results" });
  });

  it("of a job type that names no outputs have none", () => {
    expect(readResults({ output_data: [] }, null)).toMatchObject({ problems: [], missing: [] });
    expect(readResults({ output_data: [{ name: "mask", value: 1 }] }, null).problems).toHaveLength(1);
  });
});
