import { creatorActor } from "../actor.js";
/** The job type of the job that expands a batch. It is Scale's: callers find it by this name and version. */
export const batchCreator = { name: creatorActor, version: "1.0" };
/** The creator's job interface. It has one property, the batch's id. */
const creatorInterface = {
    version: "1.0",
    command: "",
    command_arguments: "",
    input_data: [{ name: "Batch ID", type: "property", required: true }],
    output_data: [],
};
const creatorFields = {
    title: "Scale Batch Creator",
    description: "Creates and queues the jobs and recipes for a Scale batch",
    category: "system",
    isSystem: true,
    isLongRunning: false,
    isActive: true,
    isOperational: true,
    isPaused: false,
    iconCode: "f0b1",
    priority: 20,
    timeout: 3600,
    maxTries: 3,
    cpusRequired: 0.5,
    memRequired: 1024,
    interface: creatorInterface,
    revisionNum: 1,
};
/** Creates or restores the system job type that every batch needs. Several processes may do so at once. */
export async function ensureSystemJobType(db) {
    const { id } = await db.prisma.jobType.upsert({
        where: { name_version: batchCreator },
        create: { ...batchCreator, ...creatorFields },
        update: creatorFields,
    });
    const revision = { jobTypeId: id, revisionNum: creatorFields.revisionNum };
    await db.prisma.jobTypeRevision.upsert({
        where: { jobTypeId_revisionNum: revision },
        create: { ...revision, interface: creatorInterface },
        update: { interface: creatorInterface },
    });
}
