import { selectJobDocuments } from "../../db/sql/catalogue/selectJobDocuments.js";
import { selectJobs } from "../../db/sql/catalogue/selectJobs.js";
import { selectJobTypeSummaries } from "../../db/sql/catalogue/selectJobTypeSummaries.js";
import { textTimes } from "../textTimes.js";
export const findJobsById = (db, ids) => db.query(selectJobs, [ids]);
/** Finds what went into jobs and came out, in any order. */
export const findJobDocumentsById = (db, ids) => db.query(selectJobDocuments, [ids]);
/** Finds summaries of job types, in any order. */
export const findJobTypeSummariesById = (db, ids) => db.query(selectJobTypeSummaries, [ids]);
/** Finds the job types that have these names and versions, in any order. */
export const findJobTypesByKey = async (db, keys) => (await db.prisma.jobType.findMany({ where: { OR: keys.map(({ name, version }) => ({ name, version })) } })).map(textTimes);
/** Finds revisions of job types, in any order, without their interfaces. */
export const findJobTypeRevisionsById = (db, ids) => db.prisma.jobTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revisionNum: true } });
/** Finds errors that jobs failed with, in any order. */
export const findErrorsById = async (db, ids) => (await db.prisma.error.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);
