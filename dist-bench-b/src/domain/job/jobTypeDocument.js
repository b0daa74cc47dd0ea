import { batchCreator } from "./ensureSystemJobType.js";
/**
 * Reads one of the `job_types` of a document. Fields that the gateway has no column for are ignored. So is the id, because it is that of
 * the system which served the document.
 * @param reader collects the problems; if there are any, the result is of no use
 */
export function readJobTypeDocument(reader) {
    const document = {
        name: reader.name("name"),
        version: reader.name("version"),
        interface: reader.requiredObject("job_type_interface"),
        fields: {
            title: reader.text("title", 50),
            description: reader.text("description"),
            category: reader.text("category", 50),
            authorName: reader.text("author_name", 50),
            authorUrl: reader.text("author_url"),
            iconCode: reader.text("icon_code", 20),
            isSystem: reader.flag("is_system"),
            isLongRunning: reader.flag("is_long_running"),
            isActive: reader.flag("is_active"),
            isOperational: reader.flag("is_operational"),
            isPaused: reader.flag("is_paused"),
            priority: reader.integer("priority"),
            timeout: reader.integer("timeout"),
            maxTries: reader.integer("max_tries"),
            cpusRequired: reader.amount("cpus_required"),
            memRequired: reader.amount("mem_required"),
            diskOutConstRequired: reader.amount("disk_out_const_required"),
            diskOutMultRequired: reader.amount("disk_out_mult_required"),
        },
    };
    if (document.name === batchCreator.name && document.version === batchCreator.version) {
        reader.invalid(null, "is the gateway's own job type, which can't be loaded");
    }
    return document;
}
