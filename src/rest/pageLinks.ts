import type { FastifyRequest } from "fastify";

/** The scheme and host by which the caller knows the gateway. Fastify has read what trusted proxies say. */
export const origin = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

export const pathOf = ({ url }: FastifyRequest): string => url.split("?", 1)[0] as string;

/** The addresses of the pages beside one of a list; null at its ends. */
export function pageLinks(
  request: FastifyRequest,
  { page, pageSize, count }: { readonly page: number; readonly pageSize: number; readonly count: number },
): { next: string | null; previous: string | null } {
  const address = `${origin(request)}${pathOf(request)}`;
  const query = request.url.slice(request.url.indexOf("?") + 1 || request.url.length);
  const link = (number: number) => {
    const parameters = withPage(query, number);
    return parameters === "" ? address : `${address}?${parameters}`;
  };
  return { next: page * pageSize < count ? link(page + 1) : null, previous: page > 1 ? link(page - 1) : null };
}

/** The query with another page: every other parameter stays where it is and as the caller wrote it. Page 1 needs no naming. */
function withPage(query: string, page: number): string {
  const parameters = query.split("&").filter((parameter) => parameter !== "");
  const others = parameters.filter((parameter) => !new URLSearchParams(parameter).has("page"));
  return (page === 1 ? others : [...others, `page=${page}`]).join("&");
}
