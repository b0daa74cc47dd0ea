import { answer } from "./load.js";
/** What a link says of where its server listens, and a line's end after the JSON, are no part of an answer. */
const comparable = (body) => body.replaceAll(/127\.0\.0\.1:\d+/g, "host").trimEnd();
/** @throws where two servers do not give the same bytes: then their speeds can't be compared */
export async function expectSameBytes(server, other, request) {
    const [one, two] = (await Promise.all([answer(server, request), answer(other, request)])).map(comparable);
    if (one === two)
        return;
    const at = [...one].findIndex((letter, i) => letter !== two[i]);
    const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
    throw new Error(`The answers to ${request.method} ${request.path} differ at ${at}:\n  ${around(one)}\n  ${around(two)}`);
}
/** @throws where two servers do not give the same JSON, but for what each of them makes up: ids and cursors */
export async function expectSameFields(server, other, request) {
    const own = (key, value) => (key === "id" || /cursor$/i.test(key) ? null : value);
    const [one, two] = await Promise.all([server, other].map(async (each) => JSON.stringify(JSON.parse(comparable(await answer(each, request)), own))));
    if (one !== two)
        throw new Error(`The answers to ${request.method} ${request.path} have other fields`);
}
