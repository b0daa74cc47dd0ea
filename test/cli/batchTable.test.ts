import { describe, expect, it } from "vitest";
import { type Column, displayWidth, table } from "../../src/cli/batch/output/table.js";

const cell =
  (i: number) =>
  (row: readonly string[]): string =>
    row[i] ?? "";
const columns: readonly Column<readonly string[]>[] = [
  { head: "ID", cell: cell(0), align: "right" },
  { head: "Type", cell: cell(1), min: 4 },
  { head: "Title", cell: cell(2), min: 5, optional: true },
  { head: "Made", cell: cell(3), align: "right" },
  { head: "Created", cell: cell(4), optional: true },
];
const rows = [
  ["1", "landsat", "A title of some length", "1,200", "2016-01-01"],
  ["16", "worldview-2", "短い題名", "3", "2016-01-02"],
];
const widths = (text: string) => text.split("\n").map(displayWidth);

describe("A table", () => {
  it("has aligned columns and nothing shortened where there is room", () => {
    expect(table(columns, rows, Number.POSITIVE_INFINITY)).toBe(
      [
        "ID  Type         Title                    Made  Created",
        " 1  landsat      A title of some length  1,200  2016-01-01",
        "16  worldview-2  短い題名                    3  2016-01-02",
      ].join("\n"),
    );
  });

  it("shortens the widest texts first, as little as must be", () => {
    expect(table(columns, rows, 50)).toBe(
      [
        "ID  Type         Title            Made  Created",
        " 1  landsat      A title of so…  1,200  2016-01-01",
        "16  worldview-2  短い題名            3  2016-01-02",
      ].join("\n"),
    );
  });

  it("leaves columns out, the last first, where that is not enough", () => {
    expect(table(columns, rows, 30).split("\n")[0]).toBe("ID  Type      Title       Made");
    expect(table(columns, rows, 17).split("\n")).toEqual(
      ["ID  Type     Made", " 1  landsat 1,200", "16  worldv…      3"].map((line) => expect.stringContaining(line.slice(0, 7))),
    );
  });

  it.each([80, 60, 50, 40, 30, 25, 20, 15])("is never wider than %d columns", (width) => {
    expect(Math.max(...widths(table(columns, rows, width)))).toBeLessThanOrEqual(width);
  });

  it("wraps where it shall not shorten, and has no head where there is none", () => {
    expect(
      table(
        [
          { head: "", cell: cell(0) },
          { head: "", cell: cell(1), wraps: true, min: 5 },
        ],
        [["a", "one two three four"]],
        12,
      ),
    ).toBe("a  one two\n   three\n   four");
  });
});
