import type { Db } from "../../db/database.js";
import type { Job, Error as JobError, JobType, JobTypeRevision } from "../../db/generated/client.js";
import { selectJobTypeSummaries } from "../../db/sql/catalogue/selectJobTypeSummaries.js";

export type { Error as JobError, Job, JobType } from "../../db/generated/client.js";
export type JobTypeRevisionNumber = Pick<JobTypeRevision, "id" | "revisionNum">;

/** Finds jobs, in any order. */
export const findJobsById = (db: Db, ids: readonly number[]): Promise<Job[]> => db.prisma.job.findMany({ where: { id: { in: [...ids] } } });

/** A job type without what it needs to run, and without its interface, which can be long. */
export type JobTypeSummary = Pick<
  JobType,
  | ("id" | "name" | "version" | "title" | "description" | "category" | "authorName" | "authorUrl" | "iconCode")
  | ("isSystem" | "isLongRunning" | "isActive" | "isOperational" | "isPaused")
>;

/** Finds what job types are, in any order. */
export const findJobTypeSummariesById = (db: Db, ids: readonly number[]): Promise<JobTypeSummary[]> =>
  db.query<JobTypeSummary>(selectJobTypeSummaries, [ids]);

/** Finds the job types that have these names and versions, in any order. */
export const findJobTypesByKey = (db: Db, keys: readonly { name: string; version: string }[]): Promise<JobType[]> =>
  db.prisma.jobType.findMany({ where: { OR: keys.map(({ name, version }) => ({ name, version })) } });

/** Finds revisions of job types, in any order, without their interfaces. */
export const findJobTypeRevisionsById = (db: Db, ids: readonly number[]): Promise<JobTypeRevisionNumber[]> =>
  db.prisma.jobTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revisionNum: true } });

/** Finds errors that jobs failed with, in any order. */
export const findErrorsById = (db: Db, ids: readonly number[]): Promise<JobError[]> =>
  db.prisma.error.findMany({ where: { id: { in: [...ids] } } });
