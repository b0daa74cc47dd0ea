import { execFile } from "node:child_process";
import { promisify } from "node:util";
const execute = promisify(execFile);
/**
 * Runs a program to its end.
 * @returns what it wrote to its standard output
 * @throws {Error} with the line in which the program says what is wrong
 */
export async function run(program, args, options = {}) {
    try {
        return String((await execute(program, args, options)).stdout);
    }
    catch (error) {
        const { stderr, message } = error;
        throw new Error(faultIn(stderr ?? "") || message);
    }
}
/**
 * Finds the line of PostgreSQL's output that says what is wrong, and cuts off its time and process. If no line does, it takes the last one.
 */
export function faultIn(output) {
    const lines = output.trim().split("\n");
    const fault = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1);
    return fault.replace(/^.*?\b(FATAL|PANIC):\s*/, "");
}
