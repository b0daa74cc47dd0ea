import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { sourceTimes } from "../sourceTimes.js";

/** Whose recipes are counted, and by which time. */
export interface RecipesInTime {
  readonly recipeTypeId: number;
  /** The revision whose recipes are left out. Null: none is. */
  readonly exceptRevisionId: number | null;
  readonly type: "created" | "data";
  /** The most intervals. */
  readonly intervals: number;
}

/** Counts in intervals of equal length, which follow one another without a gap. */
export interface RecipesOverTime {
  readonly started: string;
  readonly ended: string;
  readonly seconds: number;
  readonly counts: number[];
}

const [minute, hour, day] = [60, 3600, 86_400] as const;

/** Lengths that people count in, in seconds. The last is that of 10,000 years. */
const lengths = [
  ...[1, 5, 15],
  ...[1, 5, 15].map((minutes) => minutes * minute),
  ...[1, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 7, 14, 28, 91, 364, 3640, 36_400, 3_640_000].map((days) => days * day),
];

/** A Monday, at which all intervals are aligned, so that weeks begin with theirs. */
const origin = "timestamptz '2001-01-01T00:00:00Z'";

/**
 * Counts the recipes that are not superseded over time: by their creation, or by the first time that any of their files has. It passes over
 * the recipes twice. The ends of the axis are those of all such recipes, so that it stays the same when a revision is left out. (Prisma has
 * no date_bin.)
 * @returns null where no recipe has a time
 */
export async function countRecipesOverTime(db: Db, about: RecipesInTime): Promise<RecipesOverTime | null> {
  const parameters = new Parameters();
  const current = `r.recipe_type_id = ${parameters.add(about.recipeTypeId, "int")} AND NOT r.is_superseded`;
  const counted = about.exceptRevisionId === null ? "true" : `rev_id <> ${parameters.add(about.exceptRevisionId, "int")}`;
  const intervals = parameters.add(about.intervals, "int");
  const text = `
    WITH timed AS ${about.type === "data" ? "" : "NOT"} MATERIALIZED (
      SELECT r.recipe_type_rev_id AS rev_id, ${about.type === "data" ? sourceTimes("r").started : "r.created"} AS time FROM recipe r WHERE ${current}
    ),
    ends AS (SELECT min(time) AS first, max(time) AS last FROM timed),
    axis AS (
      SELECT length, date_bin(length, first, ${origin}) AS started, last
      FROM ends, LATERAL (SELECT seconds * interval '1 s' AS length FROM unnest(${parameters.add(lengths, "bigint[]")}) AS l (seconds)) l
      WHERE length > (last - date_bin(length, first, ${origin})) / ${intervals} ORDER BY length LIMIT 1
    ), count AS (
      SELECT date_bin(length, time, started) AS started, count(*)::int AS count
      FROM timed CROSS JOIN axis WHERE time IS NOT NULL AND ${counted} GROUP BY 1
    )
    SELECT min(s.started) AS "started", max(s.started) + length AS "ended", extract(epoch FROM length)::float8 AS "seconds",
      array_agg(coalesce(c.count, 0) ORDER BY s.started) AS "counts"
    FROM axis CROSS JOIN generate_series(axis.started, axis.last, length) AS s (started) LEFT JOIN count c ON c.started = s.started
    GROUP BY length`;
  const [row] = await db.query<RecipesOverTime>({ text }, parameters.values);
  return row ?? null;
}
