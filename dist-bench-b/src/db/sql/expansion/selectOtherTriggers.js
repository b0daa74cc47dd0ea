/** Finds triggers on the tables that the creator's statement writes, which would not fire while those that check foreign keys do not. */
export const selectOtherTriggers = {
    text: `
    SELECT tgrelid::regclass::text AS table, tgname AS name FROM pg_trigger
    WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid IN ('trigger_event'::regclass, 'recipe'::regclass, 'recipe_file'::regclass,
      'job'::regclass, 'recipe_job'::regclass, 'batch_recipe'::regclass, 'batch_job'::regclass, 'work_tally'::regclass)
    ORDER BY 1, 2 LIMIT 1`,
};
