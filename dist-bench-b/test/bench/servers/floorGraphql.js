import { globalId, json, once, read, time } from "./floorText.js";
const columns = `b.id, b.title, b.description, b.status, b.created_count, b.failed_count, b.total_count, b.created, b.last_modified,
  rt.id, rt.name, rt.version, rt.title, e.type, e.occurred,
  j.id, j.status, j.priority, j.num_exes, j.created, j.queued, j.started, j.ended,
  jt.id, jt.name, jt.version, jt.title, jt.category, jt.icon_code`;
const definitionColumn = 29;
const from = `FROM batch b JOIN recipe_type rt ON rt.id = b.recipe_type_id JOIN trigger_event e ON e.id = b.event_id
  LEFT JOIN job j ON j.id = b.creator_job_id LEFT JOIN job_type jt ON jt.id = j.job_type_id`;
/**
 * The answer to `listQuery`. The limit is part of the statement: with a parameter, PostgreSQL makes one plan for any limit, and a
 * page of 100 takes 1.3 ms of it instead of 0.7.
 */
export async function graphqlList(first) {
    const rows = await read(`list_${first}`, `SELECT ${columns} ${from} ORDER BY b.last_modified, b.id LIMIT ${Number(first) + 1}`);
    const [recipeType, jobType] = [once(recipeTypeJson), once(jobTypeJson)];
    const shown = rows.slice(0, first);
    const edges = shown.map((row) => `{"cursor":${cursor(row)},"node":{${batchFields(row, recipeType, jobType)}}}`);
    const [start, end] = [shown[0], shown.at(-1)].map((row) => (row ? cursor(row) : "null"));
    const pageInfo = `{"hasNextPage":${rows.length > first},"hasPreviousPage":false,"startCursor":${start},"endCursor":${end}}`;
    return `{"data":{"batches":{"edges":[${edges.join(",")}],"pageInfo":${pageInfo}}}}`;
}
/** The answer to `detailsQuery`. */
export async function graphqlDetails(id) {
    const [row] = await read("details", `SELECT ${columns}, b.definition ${from} WHERE b.id = $1`, [id]);
    if (!row)
        return '{"data":{"batch":null}}';
    return `{"data":{"batch":{${batchFields(row, once(recipeTypeJson), once(jobTypeJson))},"definition":${definitionJson(row)}}}}`;
}
function batchFields(r, recipeType, jobType) {
    const creator = r[15] === null
        ? "null"
        : `{"id":${globalId("Job", r[15])},"status":"${r[16]}","priority":${r[17]},"numExes":${r[18]},"created":${time(r[19])},` +
            `"queued":${time(r[20])},"started":${time(r[21])},"ended":${time(r[22])},"jobType":${jobType(r[23], r)}}`;
    return (`"id":${globalId("Batch", r[0])},"title":${json(r[1])},"description":${json(r[2])},"status":"${r[3]}","createdCount":${r[4]},` +
        `"failedCount":${r[5]},"totalCount":${r[6]},"created":${time(r[7])},"lastModified":${time(r[8])},` +
        `"recipeType":${recipeType(r[9], r)},"event":{"type":${json(r[13])},"occurred":${time(r[14])}},"creatorJob":${creator}`);
}
const recipeTypeJson = (r) => `{"id":${globalId("RecipeType", r[9])},"name":${json(r[10])},"version":${json(r[11])},"title":${json(r[12])}}`;
const jobTypeJson = (r) => `{"id":${globalId("JobType", r[23])},"name":${json(r[24])},"version":${json(r[25])},"title":${json(r[26])},` +
    `"category":${json(r[27])},"iconCode":${json(r[28])}}`;
const cursor = (r) => `"${Buffer.from(json(["default", r[8], r[0]])).toString("base64url")}"`;
function definitionJson(row) {
    const { version, date_range: range, job_names, all_jobs, priority } = row[definitionColumn];
    const dateRange = range && { type: range.type.toUpperCase(), started: range.started ?? null, ended: range.ended ?? null };
    return json({
        version,
        dateRange: dateRange ?? null,
        jobNames: job_names ?? null,
        allJobs: all_jobs ?? false,
        priority: priority ?? null,
    });
}
