/** SQL for the week, a Monday in UTC, that a time lies in; the tally counts by these. */
export const weekOf = (time: string): string => `batch_week(${time})`;

/** SQL for the moment at which a week begins. */
export const beginningOfWeek = (week: string): string => `(${week})::timestamp AT TIME ZONE 'UTC'`;
