import { json, once, read, time } from "./floorText.js";
const list = `SELECT b.id, b.title, b.description, b.status, b.created_count, b.failed_count, b.total_count, b.created, b.last_modified,
    rt.id, rt.name, rt.version, rt.title, rt.description, e.id, e.type, e.rule_id, e.occurred,
    j.id, j.job_type_rev_id, j.event_id, j.error_id, j.status, j.priority, j.num_exes,
    jt.id, jt.name, jt.version, jt.title, jt.description, jt.category, jt.author_name, jt.author_url,
    jt.is_system, jt.is_long_running, jt.is_active, jt.is_operational, jt.is_paused, jt.icon_code
  FROM batch b JOIN recipe_type rt ON rt.id = b.recipe_type_id JOIN trigger_event e ON e.id = b.event_id
  LEFT JOIN job j ON j.id = b.creator_job_id LEFT JOIN job_type jt ON jt.id = j.job_type_id
  ORDER BY b.last_modified, b.id LIMIT 100`;
const count = async () => Number((await read("count", "SELECT count(*) FROM batch"))[0]?.[0]);
/** Counted once, where the floor that does not count at all is asked for. */
let fixedCount;
/** The answer to `GET /batches/`: its first page. @param host as the caller knows it */
export async function restList(host, counts) {
    fixedCount ??= count();
    const [total, rows] = await Promise.all([counts ? count() : fixedCount, read("rest_list", list)]);
    const [recipeType, jobType] = [once(recipeTypeJson), once(jobTypeJson)];
    const next = total > 100 ? `"http://${host}/batches/?page=2"` : "null";
    const results = rows.map((row) => itemJson(row, recipeType, jobType));
    return `{"count":${total},"next":${next},"previous":null,"results":[${results.join(",")}]}`;
}
function itemJson(r, recipeType, jobType) {
    const creator = r[18] === null
        ? "null"
        : `{"id":${r[18]},"job_type":${jobType(r[25], r)},"job_type_rev":${reference(r[19])},"event":${reference(r[20])},` +
            `"error":${reference(r[21])},"status":"${r[22]}","priority":${r[23]},"num_exes":${r[24]}}`;
    return (`{"id":${r[0]},"title":${json(r[1])},"description":${json(r[2])},"status":"${shownStatus(r[3])}",` +
        `"recipe_type":${recipeType(r[9], r)},` +
        `"event":{"id":${r[14]},"type":${json(r[15])},"rule":${reference(r[16])},"occurred":${time(r[17])}},"creator_job":${creator},` +
        `"created_count":${r[4]},"failed_count":${r[5]},"total_count":${r[6]},"created":${time(r[7])},"last_modified":${time(r[8])}}`);
}
const recipeTypeJson = (r) => `{"id":${r[9]},"name":${json(r[10])},"version":${json(r[11])},"title":${json(r[12])},"description":${json(r[13])}}`;
const jobTypeJson = (r) => `{"id":${r[25]},"name":${json(r[26])},"version":${json(r[27])},"title":${json(r[28])},"description":${json(r[29])},` +
    `"category":${json(r[30])},"author_name":${json(r[31])},"author_url":${json(r[32])},"is_system":${flag(r[33])},` +
    `"is_long_running":${flag(r[34])},"is_active":${flag(r[35])},"is_operational":${flag(r[36])},"is_paused":${flag(r[37])},` +
    `"icon_code":${json(r[38])}}`;
export const reference = (id) => (id === null || id === undefined ? "null" : `{"id":${id}}`);
export const flag = (text) => (text === null || text === undefined ? "null" : String(text === "t"));
export const shownStatus = (status) => (status === "CREATED" ? "CREATED" : "SUBMITTED");
