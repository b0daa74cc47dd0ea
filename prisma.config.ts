// `prisma generate` needs no schema engine, but the CLI looks for one and would download it: any program satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default { schema: "prisma/schema.prisma" };
