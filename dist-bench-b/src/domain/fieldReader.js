import { cut } from "./cut.js";
import { maxInt } from "./storable.js";
/**
 * Reads the fields of a JSON object that came from outside, and collects their problems. A field that is missing or wrong is read as
 * `undefined`, or as an empty value if it is required. If the value is not an object, that is the only problem: no fields are reported
 * missing.
 */
export class FieldReader {
    path;
    rules;
    fields;
    problems;
    /**
     * @param path where the object stands in the document
     * @param problems to which the problems that are found are added
     */
    constructor(value, path, problems, rules = { nullIsAbsent: true }) {
        this.path = path;
        this.rules = rules;
        this.fields = isObject(value) ? value : {};
        this.problems = isObject(value) ? problems : [];
        if (value === undefined)
            problems.push({ code: "REQUIRED", path, message: "is required" });
        else if (!isObject(value))
            problems.push({ code: "INVALID", path, message: "must be an object" });
    }
    /** The field as it is. It is undefined where it is missing, and where it is null and null counts as missing. */
    value(key) {
        const value = this.fields[key];
        return value === null && this.rules.nullIsAbsent ? undefined : value;
    }
    /** Whether the field is there and null. */
    isNull(key) {
        return this.fields[key] === null;
    }
    /** A text that must be there and not empty. @param max characters, as the column counts them */
    name(key, max = 50) {
        const text = this.fields[key];
        if (typeof text === "string" && text !== "" && [...text].length <= max)
            return text;
        if (text === undefined)
            this.missing(key);
        else
            this.invalid(key, `must be a string of 1 to ${max} characters`);
        return "";
    }
    /** A text, or null where the caller wants it to be empty. */
    text(key, max = Number.POSITIVE_INFINITY) {
        const text = this.fields[key];
        if (text === undefined || text === null || (typeof text === "string" && [...text].length <= max))
            return text;
        this.invalid(key, Number.isFinite(max) ? `must be a string of at most ${max} characters` : "must be a string");
    }
    flag(key) {
        const flag = this.value(key);
        if (flag === undefined || typeof flag === "boolean")
            return flag;
        this.invalid(key, "must be true or false");
    }
    /** A whole number. The most that it can be is what fits an `int` column, unless the caller says less. */
    integer(key, min = 0, max = maxInt) {
        const number = this.value(key);
        if (number === undefined || (Number.isInteger(number) && isBetween(number, min, max)))
            return number;
        this.invalid(key, `must be an integer from ${min} to ${max}`);
    }
    /** A number that is not negative. */
    amount(key) {
        const number = this.value(key);
        if (number === undefined || isBetween(number, 0, Number.MAX_VALUE))
            return number;
        this.invalid(key, "must be a number of at least 0");
    }
    /** One of a closed set. */
    choice(key, choices) {
        const choice = this.value(key);
        if (choice === undefined || choices.includes(choice))
            return choice;
        this.invalid(key, `must be one of ${choices.join(", ")}`);
    }
    object(key) {
        const object = this.value(key);
        if (object === undefined || isObject(object))
            return object;
        this.invalid(key, "must be an object");
    }
    requiredObject(key) {
        if (this.fields[key] === undefined)
            this.missing(key);
        else if (!isObject(this.fields[key]))
            this.invalid(key, "must be an object");
        else
            return this.fields[key];
        return {};
    }
    /** A reader of the object that a field holds; undefined where it is missing. */
    within(key) {
        const value = this.value(key);
        return value === undefined ? undefined : this.readerOf(value, this.nameOf(key));
    }
    /** A reader of the object that a field must hold. */
    requiredWithin(key) {
        return this.readerOf(this.fields[key], this.nameOf(key));
    }
    /** Reads each object of a list. Where the list is missing, there are none. */
    items(key, read) {
        const list = this.value(key);
        if (Array.isArray(list))
            return list.map((item, i) => read(this.readerOf(item, this.nameOf(key), String(i))));
        if (list !== undefined)
            this.invalid(key, "must be an array");
        return [];
    }
    /** Reports each field that is not among the known ones as a problem. */
    refuseOthers(known, message) {
        for (const key of Object.keys(this.fields)) {
            if (!known.includes(key))
                this.problems.push({ code: "INVALID", path: [...this.path, cut(key)], endsInOwnName: true, message });
        }
    }
    /** Reports a problem of a field, or of the object itself where the key is null. */
    invalid(key, message, code = "INVALID") {
        this.problems.push({ code, path: key === null ? this.path : [...this.path, this.nameOf(key)], message });
    }
    missing(key) {
        this.invalid(key, "is required", "REQUIRED");
    }
    nameOf(key) {
        return this.rules.fieldNames?.[key] ?? key;
    }
    readerOf(value, ...at) {
        return new FieldReader(value, [...this.path, ...at], this.problems, this.rules);
    }
}
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isBetween = (value, min, max) => typeof value === "number" && value >= min && value <= max;
