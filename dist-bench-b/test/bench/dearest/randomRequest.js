import { getNamedType, isLeafType, isObjectType } from "graphql";
/** Picks at random, the same for the same seed. */
export class Picker {
    state;
    constructor(state) {
        this.state = state;
    }
    /** 0 to 1 */
    next() {
        this.state = (this.state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return this.state / 2 ** 32;
    }
    of(items) {
        return items[Math.floor(this.next() * items.length)];
    }
}
const filters = [
    'title: "e"',
    'title: "no such title"',
    'createdBy: ["Anonymous"]',
    "status: [CREATED, FAILED]",
    'started: "2016-01-01T00:00:00Z", ended: "2017-06-01T00:00:00Z"',
    'recipeTypeName: ["landsat-scene", "modis-thermal"]',
];
const orders = ["ID", "TITLE", "STATUS", "CREATED", "LAST_MODIFIED", "CREATED_COUNT", "TOTAL_COUNT", "RECIPE_TYPE_NAME"];
const maxLevels = 9;
/** Makes random operations of a schema, leaning to what is wide and deep. */
export class RandomOperation {
    schema;
    pick;
    constructor(schema, pick) {
        this.schema = schema;
        this.pick = pick;
    }
    query() {
        return this.#selection(this.schema.getQueryType(), 0);
    }
    /** The operation with one thing of it made anew. */
    mutate(selection, type = this.schema.getQueryType(), level = 0) {
        const at = Math.floor(this.pick.next() * selection.length);
        return selection.map((one, i) => {
            const below = getNamedType(one.field.type);
            if (i !== at)
                return one;
            if (this.pick.next() < 0.6 && isObjectType(below) && one.below.length > 0)
                return { ...one, below: this.mutate(one.below, below, level + 1) };
            if (this.pick.next() < 0.5)
                return { ...one, args: this.#arguments(one.field), times: this.#times(one.field) };
            return this.#selected(this.pick.of(this.#fields(type, level)), level);
        });
    }
    #selection(type, level) {
        const fields = this.#fields(type, level);
        const count = level === 0 ? 1 + Math.floor(this.pick.next() * 3) : 1 + Math.floor(this.pick.next() ** 2 * fields.length);
        const chosen = new Set(Array.from({ length: count }, () => this.pick.of(fields)));
        return [...chosen].map((field) => this.#selected(field, level));
    }
    #selected(field, level) {
        const type = getNamedType(field.type);
        const below = isObjectType(type) ? this.#selection(type, level + 1) : [];
        return { field, args: this.#arguments(field), times: this.#times(field), below };
    }
    #fields(type, level) {
        const fields = Object.values(type.getFields()).filter(({ name, type: to }) => name !== "node" && (level < maxLevels || isLeafType(getNamedType(to))));
        const wide = fields.filter(({ type: to }) => !isLeafType(getNamedType(to)));
        return this.pick.next() < 0.6 && wide.length > 0 ? wide : fields;
    }
    #times({ type }) {
        return isLeafType(getNamedType(type)) ? 1 : this.pick.of([1, 1, 1, 2, 5, 15]);
    }
    #arguments({ name, args }) {
        const has = (argument) => args.some((one) => one.name === argument);
        const given = [];
        if (has("id"))
            given.push(`id: ${1 + Math.floor(this.pick.next() * 1000)}`);
        if (has("first") && this.pick.next() < 0.9)
            given.push(`first: ${this.pick.of([0, 1, 10, 30, 100, 300, 1000, 1000])}`);
        if (name === "batches" && this.pick.next() < 0.5)
            given.push(`filter: { ${this.pick.of(filters)} }`);
        if (has("orderBy") && this.pick.next() < 0.5)
            given.push(`orderBy: [{ field: ${this.pick.of(orders)}, direction: DESC }]`);
        if (has("status") && this.pick.next() < 0.4)
            given.push("status: [QUEUED, PENDING]");
        if (has("outcome") && this.pick.next() < 0.4)
            given.push(`outcome: [${this.pick.of(["FAILED", "CREATED, FAILED"])}]`);
        return given;
    }
}
/** @param scale 0 to 1: of every page size and every number of times */
export function write(selection, scale) {
    const texts = selection.flatMap(({ field, args, times, below }, i) => Array.from({ length: Math.max(1, Math.round(times * Math.sqrt(scale))) }, (_, k) => {
        const scaled = args.map((arg) => arg.replace(/first: (\d+)/, (_all, size) => `first: ${Math.max(k % 7, Math.ceil(Number(size) * scale))}`));
        const list = scaled.length > 0 ? `(${scaled.join(", ")})` : "";
        return `f${i}_${k}: ${field.name}${list}${below.length > 0 ? ` ${write(below, scale)}` : ""}`;
    }));
    return `{ ${texts.join(" ")} }`;
}
