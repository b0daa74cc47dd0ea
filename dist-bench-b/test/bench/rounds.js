import { load } from "./load.js";
import { median, short } from "./statistics.js";
/** Warms all variants up, then measures each in turn, round after round, and prints a table. */
export async function measure(variants, options, report, title) {
    const loads = new Map(variants.map(({ name }) => [name, []]));
    for (const { server, requests } of variants)
        await load(server, requests, { seconds: options.warmUpSeconds });
    for (let round = 0; round < options.rounds; round++) {
        for (const { name, server, requests } of variants) {
            // While the others were measured, its pool has let its connections go.
            await load(server, requests, { seconds: 1 });
            loads.get(name)?.push(await load(server, requests, { seconds: options.seconds }));
        }
    }
    const of = (name, value) => (loads.get(name) ?? []).map((one) => one[value]);
    report.table(title, ["", "requests/s", "rounds", "p50 ms", "p99 ms", "processor ms/request: server", "PostgreSQL"], variants.map(({ name }) => [
        name,
        short(median(of(name, "rate"))),
        of(name, "rate").map(short).join(" "),
        ...["p50", "p99", "processor", "postgres"].map((value) => short(median(of(name, value)))),
    ]));
    return {
        rate: (name) => median(of(name, "rate")),
        ratio: (name, other) => {
            const others = of(other, "rate");
            return median(of(name, "rate").map((rate, round) => rate / others[round]));
        },
    };
}
