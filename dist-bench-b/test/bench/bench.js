/** Runs some work, and stops the servers that it had, however it ends. */
export async function withServers(starting, work) {
    const settled = await Promise.allSettled(starting);
    const servers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    try {
        for (const one of settled)
            if (one.status === "rejected")
                throw one.reason;
        await work(...servers);
    }
    finally {
        await Promise.all(servers.map((server) => server.stop()));
    }
}
