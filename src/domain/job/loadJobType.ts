import type { Db } from "../../db/database.js";
import type { Loaded } from "../loaded.js";
import { archivedOf, saveRevisioned } from "../saveRevisioned.js";
import type { JobTypeDocument, JobTypeFields } from "./jobTypeDocument.js";

/**
 * Creates a job type, or brings the stored one of that name and version in line with the document. A changed interface makes a new
 * revision; any other change does not.
 * @param tx a transaction that holds `lockCatalogue`
 */
export async function loadJobType(tx: Db, { name, version, fields, interface: wanted }: JobTypeDocument): Promise<Loaded> {
  const stored = await tx.prisma.jobType.findUnique({ where: { name_version: { name, version } } });
  return saveRevisioned({
    kind: "JOB_TYPE",
    name: `${name} ${version}`,
    stored,
    fields,
    document: { name: "interface", stored: stored?.interface, wanted },
    create: async () => {
      const revisions = { create: { revisionNum: 1, interface: wanted } };
      const data = { name, version, ...fields, ...timesOf(fields), interface: wanted, revisionNum: 1, revisions };
      return (await tx.prisma.jobType.create({ data })).id;
    },
    update: async (id, changes, revisionNum) => {
      const revised = revisionNum !== null && { interface: wanted, revisionNum, revisions: { create: { revisionNum, interface: wanted } } };
      await tx.prisma.jobType.update({ where: { id }, data: { ...changes, ...timesOf(changes), ...revised, lastModified: new Date() } });
    },
  });
}

/** The times that belong to two flags: since when a job type has been archived, and since when it has been paused. */
const timesOf = ({ isActive, isPaused }: Partial<JobTypeFields>): { archived?: Date | null; paused?: Date | null } => ({
  ...archivedOf({ isActive }),
  ...(isPaused === undefined ? {} : { paused: isPaused ? new Date() : null }),
});
