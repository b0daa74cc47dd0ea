/**
 * Lets one transaction at a time load job types, trigger rules and recipe types. Two that load the same thing would both find it missing.
 * One would then fail on a unique key. A trigger rule has no unique key, so it would be there twice. The lock's number is arbitrary.
 */
export const lockCatalogue = {
    name: "lock_catalogue",
    text: "SELECT pg_advisory_xact_lock(20161028)::text",
};
