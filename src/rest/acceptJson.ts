import type { FastifyReply, FastifyRequest } from "fastify";

/** Refuses a request that takes no JSON, for there is nothing else to give: 406. */
export function acceptJson({ headers: { accept } }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (accept === undefined || acceptsJson(accept)) done();
  else reply.code(406).send({ detail: "The answer can only be application/json" });
}

/** From the most to the least specific range that covers JSON: the first of them that is named decides (RFC 9110, 12.5.1). */
const ranges = ["application/json", "application/*", "*/*"];

function acceptsJson(accept: string): boolean {
  const qualities = new Map<string, number>();
  for (const member of accept.toLowerCase().split(",")) {
    const [range = "", ...parameters] = member.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    qualities.set(range, Math.max(Number(quality) || 0, qualities.get(range) ?? 0));
  }
  if ([...qualities.keys()].every((range) => range === "")) return true;
  const decisive = ranges.find((range) => qualities.has(range));
  return decisive !== undefined && (qualities.get(decisive) as number) > 0;
}
