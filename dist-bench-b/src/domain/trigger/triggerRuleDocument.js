/** @param reader collects the problems; if there are any, the result is of no use */
export const readTriggerRuleDocument = (reader) => ({
    type: reader.name("type"),
    name: reader.name("name"),
    fields: { isActive: reader.flag("is_active"), configuration: reader.object("configuration") },
});
