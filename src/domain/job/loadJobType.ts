import type { Db } from "../../db/database.js";
import { canonicalJson } from "../canonicalJson.js";
import { changedFields } from "../changedFields.js";
import type { Loaded } from "../loaded.js";
import type { JobTypeDocument, JobTypeFields } from "./jobTypeDocument.js";

/**
 * Creates a job type, or brings the stored one of that name and version in line with the document. A changed interface makes a
 * new revision; any other change does not. In a transaction that holds `lockCatalogue`.
 */
export async function loadJobType(tx: Db, document: JobTypeDocument): Promise<Loaded> {
  const { name, version, fields, interface: jobInterface } = document;
  const stored = await tx.prisma.jobType.findUnique({ where: { name_version: { name, version } } });
  const loaded = { kind: "JOB_TYPE" as const, name: `${name} ${version}` };
  if (!stored) {
    const revisions = { create: { revisionNum: 1, interface: jobInterface } };
    const { id } = await tx.prisma.jobType.create({
      data: { name, version, ...fields, ...timesOf(fields), interface: jobInterface, revisionNum: 1, revisions },
    });
    return { ...loaded, id, action: "CREATED", changed: [], revision: { from: null, to: 1 } };
  }
  const { id } = stored;
  const changes = changedFields(stored, fields);
  const hasNewInterface = canonicalJson(stored.interface) !== canonicalJson(jobInterface);
  const changed = [...(hasNewInterface ? ["interface"] : []), ...Object.keys(changes)];
  const revisionNum = stored.revisionNum + (hasNewInterface ? 1 : 0);
  const revision = { from: stored.revisionNum, to: revisionNum };
  if (changed.length === 0) return { ...loaded, id, action: "UNCHANGED", changed, revision };
  await tx.prisma.jobType.update({
    where: { id },
    data: { ...changes, ...timesOf(changes), interface: jobInterface, revisionNum, lastModified: new Date() },
  });
  if (hasNewInterface) await tx.prisma.jobTypeRevision.create({ data: { jobTypeId: id, revisionNum, interface: jobInterface } });
  return { ...loaded, id, action: "UPDATED", changed, revision };
}

/** Two flags have a column that says since when. */
const timesOf = ({ isActive, isPaused }: Partial<JobTypeFields>): { archived?: Date | null; paused?: Date | null } => ({
  ...(isActive === undefined ? {} : { archived: isActive ? null : new Date() }),
  ...(isPaused === undefined ? {} : { paused: isPaused ? new Date() : null }),
});
