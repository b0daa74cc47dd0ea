import { flag, reference, shownStatus } from "./floorRestList.js";
import { json, read, time } from "./floorText.js";
const details = `SELECT b.id, b.title, b.description, b.status, b.created_count, b.failed_count, b.total_count, b.created, b.last_modified, b.definition,
    rt.id, rt.name, rt.version, rt.title, rt.description, rt.is_active, rt.definition, rt.revision_num, rt.created, rt.last_modified,
    rt.archived, rt.trigger_rule_id,
    e.id, e.type, e.occurred, e.description, er.id, er.type, er.name, er.is_active, er.configuration,
    jt.id, jt.name, jt.version, jt.title, jt.description, jt.category, jt.author_name, jt.author_url,
    jt.is_system, jt.is_long_running, jt.is_active, jt.is_operational, jt.is_paused, jt.icon_code,
    j.id, j.job_type_rev_id, jr.revision_num, je.id, je.type, je.rule_id, je.occurred, j.error_id, j.status, j.priority, j.num_exes,
    j.timeout, j.max_tries, j.cpus_required, j.mem_required, j.disk_in_required, j.disk_out_required,
    j.is_superseded, j.root_superseded_job_id, j.superseded_job_id, s.id, j.delete_superseded,
    j.created, j.queued, j.started, j.ended, j.last_status_change, j.superseded, j.last_modified
  FROM batch b JOIN recipe_type rt ON rt.id = b.recipe_type_id JOIN trigger_event e ON e.id = b.event_id
  LEFT JOIN trigger_rule er ON er.id = e.rule_id LEFT JOIN job j ON j.id = b.creator_job_id LEFT JOIN job_type jt ON jt.id = j.job_type_id
  LEFT JOIN job_type_revision jr ON jr.id = j.job_type_rev_id LEFT JOIN trigger_event je ON je.id = j.event_id
  LEFT JOIN job s ON s.superseded_job_id = j.id
  WHERE b.id = $1`;
/** The answer to `GET /batches/<id>/`. */
export async function restDetails(id) {
    const [r] = await read("rest_details", details, [id]);
    if (!r)
        return '{"detail":"Not found"}';
    const text = (...fields) => fields.map(([name, column]) => `"${name}":${json(r[column])}`).join(",");
    const times = (...fields) => fields.map(([name, column]) => `"${name}":${time(r[column])}`).join(",");
    const recipeType = `{"id":${r[10]},${text(["name", 11], ["version", 12], ["title", 13], ["description", 14])},"is_active":${flag(r[15])},` +
        `"definition":${json(r[16])},"revision_num":${r[17]},${times(["created", 18], ["last_modified", 19], ["archived", 20])},` +
        `"trigger_rule":${reference(r[21])}}`;
    const rule = r[26] === null
        ? "null"
        : `{"id":${r[26]},${text(["type", 27], ["name", 28])},"is_active":${flag(r[29])},${text(["configuration", 30])}}`;
    const event = `{"id":${r[22]},${text(["type", 23])},"rule":${rule},${times(["occurred", 24])},${text(["description", 25])}}`;
    return (`{"id":${r[0]},${text(["title", 1], ["description", 2])},"status":"${shownStatus(r[3])}","recipe_type":${recipeType},"event":${event},` +
        `"creator_job":${r[45] === null ? "null" : creatorJson(r, text, times)},"definition":${json(r[9])},` +
        `"created_count":${r[4]},"failed_count":${r[5]},"total_count":${r[6]},${times(["created", 7], ["last_modified", 8])}}`);
}
function creatorJson(r, text, times) {
    const jobType = `{"id":${r[31]},${text(["name", 32], ["version", 33], ["title", 34], ["description", 35], ["category", 36], ["author_name", 37], ["author_url", 38])},` +
        `"is_system":${flag(r[39])},"is_long_running":${flag(r[40])},"is_active":${flag(r[41])},"is_operational":${flag(r[42])},` +
        `"is_paused":${flag(r[43])},${text(["icon_code", 44])}}`;
    const revision = `{"id":${r[46]},"job_type":${reference(r[31])},"revision_num":${r[47]}}`;
    const event = `{"id":${r[48]},${text(["type", 49])},"rule":${reference(r[50])},${times(["occurred", 51])}}`;
    return (`{"id":${r[45]},"job_type":${jobType},"job_type_rev":${revision},"event":${event},"error":${reference(r[52])},` +
        `${text(["status", 53])},"priority":${r[54]},"num_exes":${r[55]},"timeout":${r[56]},"max_tries":${r[57]},"cpus_required":${r[58]},` +
        `"mem_required":${r[59]},"disk_in_required":${r[60]},"disk_out_required":${r[61]},"is_superseded":${flag(r[62])},` +
        `"root_superseded_job":${reference(r[63])},"superseded_job":${reference(r[64])},"superseded_by_job":${reference(r[65])},` +
        `"delete_superseded":${flag(r[66])},` +
        `${times(["created", 67], ["queued", 68], ["started", 69], ["ended", 70], ["last_status_change", 71], ["superseded", 72], ["last_modified", 73])}}`);
}
