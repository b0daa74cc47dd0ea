import type { Db } from "../../db/database.js";
import type { Error as ErrorModel, Job as JobModel, JobType as JobTypeModel, JobTypeRevision } from "../../db/generated/client.js";
import {
  type jobColumns,
  type jobTypeColumns,
  selectJobDocuments,
  selectJobs,
  selectJobTypeSummaries,
} from "../../db/sql/catalogue/selectByIds.js";
import { type TextTimes, textTimes } from "../textTimes.js";

/** A job without what went in and came out. */
export type Job = Pick<TextTimes<JobModel>, (typeof jobColumns)[number]>;
/** What went into a job and came out of it: empty objects where there is nothing yet. */
export type JobDocuments = Pick<JobModel, "id" | "data" | "results">;
export type JobType = TextTimes<JobTypeModel>;
export type JobError = TextTimes<ErrorModel>;
export type JobTypeRevisionNumber = Pick<JobTypeRevision, "id" | "revisionNum">;

export const findJobsById = (db: Db, ids: readonly number[]): Promise<Job[]> => db.query<Job>(selectJobs, [ids]);

/** Finds what went into jobs and came out, in any order. */
export const findJobDocumentsById = (db: Db, ids: readonly number[]): Promise<JobDocuments[]> =>
  db.query<JobDocuments>(selectJobDocuments, [ids]);

/** A job type without its interface, which can be long. */
export type JobTypeSummary = Pick<JobType, (typeof jobTypeColumns)[number]>;

/** Finds summaries of job types, in any order. */
export const findJobTypeSummariesById = (db: Db, ids: readonly number[]): Promise<JobTypeSummary[]> =>
  db.query<JobTypeSummary>(selectJobTypeSummaries, [ids]);

/** Finds the job types that have these names and versions, in any order. */
export const findJobTypesByKey = async (db: Db, keys: readonly { name: string; version: string }[]): Promise<JobType[]> =>
  (await db.prisma.jobType.findMany({ where: { OR: keys.map(({ name, version }) => ({ name, version })) } })).map(textTimes);

/** Finds revisions of job types, in any order, without their interfaces. */
export const findJobTypeRevisionsById = (db: Db, ids: readonly number[]): Promise<JobTypeRevisionNumber[]> =>
  db.prisma.jobTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revisionNum: true } });

/** Finds errors that jobs failed with, in any order. */
export const findErrorsById = async (db: Db, ids: readonly number[]): Promise<JobError[]> =>
  (await db.prisma.error.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);
