import { spawn } from "node:child_process";
const pollMilliseconds = 10;
/** Runs `npm start` (or the given command) on a data directory, and waits for its first answer. */
export async function npmStart(dataDir, command = ["npm", "start"]) {
    const start = performance.now();
    const [program, ...args] = command;
    // A group of its own: npm, its shell and the gateway are stopped together, as by Ctrl-C.
    const child = spawn(program, args, {
        env: { ...process.env, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" },
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
    });
    const closed = new Promise((resolve) => child.once("close", resolve));
    const url = await new Promise((resolve, reject) => {
        let said = "";
        child.stdout.on("data", (chunk) => {
            said += chunk.toString();
            const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
            if (address)
                resolve(address);
        });
        child.once("exit", (code) => reject(new Error(`${command.join(" ")} ended with ${code}:\n${said}`)));
    });
    for (;;) {
        const response = await fetch(`${url}/graphql?query={__typename}`, { headers: { "apollo-require-preflight": "yes" } }).catch(() => null);
        if (response?.ok)
            break;
        await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
    const milliseconds = performance.now() - start;
    return {
        milliseconds,
        stop: async () => {
            process.kill(-child.pid, "SIGTERM");
            await closed;
        },
    };
}
