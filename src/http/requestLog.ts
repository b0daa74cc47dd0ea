import fastify, { type FastifyReply, type FastifyRequest } from "fastify";

/**
 * Logs one line for each request, when it has been answered. Fastify's own two lines cost twice as much, and only the first of them says
 * what was asked.
 */
export class RequestLog extends fastify.LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { method, originalUrl: url, actor } = request;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const answer = { method, url, status: reply.statusCode, milliseconds, actor: actor?.name };
    if (error) request.log.error({ ...answer, err: error }, "Broke off an answer");
    else request.log.info(answer, "Answered");
  }
}
