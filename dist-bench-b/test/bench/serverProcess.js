import { spawn } from "node:child_process";
import { connections } from "./options.js";
const running = new Set();
process.on("exit", () => {
    for (const child of running)
        child.kill("SIGKILL");
});
/** Starts the gateway as its users do, but that it only answers requests. */
export const startGateway = ({ databaseUrl, env, nodeFlags = [] }) => startWeb([...nodeFlags, "dist/main.js"], { ...gatewayEnv(databaseUrl), ROLE: "gateway", ...env });
/** Starts the gateway so that it only expands batches. */
export async function startWorker({ databaseUrl, env, nodeFlags = [] }) {
    const child = start([...nodeFlags, "dist/main.js"], { ...gatewayEnv(databaseUrl), ROLE: "worker", ...env });
    return { url: null, pid: child.pid, stop: () => stop(child) };
}
/** Starts a server that the gateway is compared with. */
export const startRival = (name, databaseUrl, env = {}) => startWeb([new URL(`servers/${name}.js`, import.meta.url).pathname], {
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(connections),
    ...env,
});
const gatewayEnv = (databaseUrl) => ({
    DATABASE_URL: databaseUrl,
    PORT: "0",
    LOG_LEVEL: "warn",
    POOL_SIZE: String(connections),
});
/** Every server says its address when it answers. */
async function startWeb(args, env) {
    const child = start(args, env);
    const url = await new Promise((resolve, reject) => {
        let said = "";
        child.stdout?.on("data", (chunk) => {
            said += chunk.toString();
            const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
            if (address)
                resolve(address);
        });
        child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}:\n${said}`)));
    });
    return { url, pid: child.pid, stop: () => stop(child) };
}
function start(args, env) {
    const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout?.resume();
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
}
async function stop(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
}
