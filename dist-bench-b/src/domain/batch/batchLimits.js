import { maxInt } from "../storable.js";
/** Checks limits. To let no job run at all is what pausing is for. */
export const checkLimits = (limits) => ["maxRunningJobs", "stopAfterFailedJobs"].flatMap((name) => {
    const limit = limits[name];
    if (limit === undefined || limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= maxInt))
        return [];
    return [{ code: "INVALID", path: ["limits", name], message: "must be an integer from 1 on, or null" }];
});
