import { describe, expect, it } from "vitest";
import { get, post, send, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const app = useApp(useDatabase());
const problem = { accept: "application/json, application/problem+json" };
const ofStatus = (status: number, title: string, instance: string) => ({ type: "about:blank", status, title, instance });

describe("An error", () => {
  it("has the form of RFC 9457 where Accept names it", async () => {
    const { status, headers, body } = await get(app(), "/v4/batches/0/?a=b", problem);
    expect([status, headers["content-type"], headers.vary]).toEqual([404, "application/problem+json", "Accept"]);
    expect(body).toEqual({ ...ofStatus(404, "Not Found", "/v4/batches/0/?a=b"), detail: "There is no batch 0" });
  });

  it.each([
    ...["application/json", "*/*", "application/*", "application/json, application/problem+json;q=0"],
    "application/json, application/problem+json; q=0.000, */*",
  ])("has its usual form for any other caller, and says that another Accept makes a difference: %s", async (accept) => {
    const { headers, body } = await get(app(), "/batches/0/", { accept });
    expect([headers["content-type"], headers.vary]).toEqual(["application/json; charset=utf-8", "Accept"]);
    expect(body).toEqual({ detail: "There is no batch 0" });
  });

  it("has it where Accept names nothing else; what is no error then comes as JSON, and as none where that is refused", async () => {
    const accept = "application/problem+json";
    const [refused, done, unread] = [
      await get(app(), "/batches/0/", { accept }),
      await get(app(), "/batches/", { accept }),
      await get(app(), "/batches/", { accept: `${accept};q=0, text/html` }),
    ];
    expect([refused.status, refused.headers["content-type"]]).toEqual([404, accept]);
    expect([done.status, done.headers["content-type"], done.body.count]).toEqual([200, "application/json; charset=utf-8", 0]);
    expect(unread.status).toBe(406);
    const other = await get(app(), "/batches/", { accept: `text/html, ${accept}` });
    expect([other.status, other.headers["content-type"]]).toEqual([406, accept]);
  });

  it("points to each wrong field of a body, by the names of the documented API", async () => {
    const input = { title: "x".repeat(51), definition: { date_range: { started: "soon" }, "a/b~c": 1 } };
    const { status, body } = await post(app(), "/batches/", input, problem);
    expect(status).toBe(400);
    expect(body.errors.map(({ code, pointer }: Record<string, string>) => [code, pointer])).toEqual([
      ["REQUIRED", "#/recipe_type_id"],
      ["INVALID", "#/title"],
      ["INVALID", "#/definition/a~1b~0c"],
      ["INVALID", "#/definition/date_range/started"],
    ]);
    const { body: usual } = await post(app(), "/batches/", input);
    expect(usual).toEqual({ detail: body.detail });
  });

  it("names each wrong parameter of a query", async () => {
    const { body } = await get(app(), "/batches/?order=foo&started=soon", problem);
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).toSorted()).toEqual(["order", "started"]);
  });

  it.each([
    ["GET", "/nowhere", 404, "Not Found"],
    ["PATCH", "/batches/", 405, "Method Not Allowed"],
    ["POST", "/batches/", 415, "Unsupported Media Type"],
  ] as const)("has that form wherever it comes from: %s %s", async (method, url, status, title) => {
    const answer = await send(app(), { method, url, headers: { ...problem, "content-type": "text/plain" }, payload: "x" });
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.body).toEqual({ ...ofStatus(status, title, url), detail: expect.any(String) });
  });
});
