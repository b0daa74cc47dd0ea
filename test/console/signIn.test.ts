import { beforeAll, describe, expect, it } from "vitest";
import { createKey } from "../../src/domain/key/createKey.js";
import { revokeKey } from "../../src/domain/key/revokeKey.js";
import { makeRecipe, makeType, submit, type TestType } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";
import { makeJwk, useIssuer } from "../support/issuer.js";

const database = useDatabase();
const issuer = useIssuer();
const { open, complaints, address } = useConsole(database, {
  identity: () => ({ oidc: issuer.config, apiKeys: true, proxyRoleHeader: null, defaultRole: null }),
});

describe.skipIf(!hasBrowser)("Where callers say who they are", () => {
  let batch: number;
  let type: TestType;
  beforeAll(async () => {
    issuer.redirectUri = `${address()}/console/signed-in`;
    issuer.claims = { roles: ["OPERATOR"], preferred_username: "Ada" };
    issuer.useKeys([await makeJwk("browsers")]);
    type = await makeType(database(), "parse");
    await makeRecipe(database(), type);
    batch = await submit(database(), type, {}, { title: "Kept from strangers" });
  });

  it("the console leads strangers to say so, takes a key, and leads back; what a reader may not do is not offered, and says why", async () => {
    const key = await createKey(database(), { name: "reading", role: "READER" }, null);
    const page = await open(`/console/batches/${batch}`);
    await page.getByRole("heading", { name: "Who you are" }).waitFor();
    await expectAccessible(page);
    await page.getByLabel("API key or token").fill("bg_00000000_nothing");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("key").waitFor();
    await page.getByLabel("API key or token").fill(key);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Kept from strangers" }).waitFor();
    await page.getByText("Your role, READER, may not do this.").waitFor();
    expect(await page.getByRole("button", { name: "Cancel" }).count()).toBe(0);
    // What a batch would do is told to readers, too.
    await page.goto(`/console/batches/new?type=${type.id}&all=1`);
    const create = page.getByRole("button", { name: "Create batch of 1 recipe" });
    await create.waitFor();
    expect(await create.isDisabled()).toBe(true);
    await page.getByText("Your role, READER, may not do this. It takes OPERATOR").waitFor();
    await page.getByRole("link", { name: "reading · READER" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("does not know yet who you are").waitFor();
    expect(await page.evaluate("JSON.stringify([sessionStorage.length, localStorage.length, document.cookie])")).toBe('[0,0,""]');
    await page.close();
  });

  it("the page of somebody whose key is revoked asks who they are", async () => {
    const key = await createKey(database(), { name: "leaving", role: "READER" }, null);
    const page = await open(`/console/batches/${batch}`);
    await page.getByLabel("API key or token").fill(key);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Kept from strangers" }).waitFor();
    await revokeKey(database(), key.slice(0, 11));
    await page.getByRole("heading", { name: "Who you are" }).waitFor();
    await page.close();
  });

  it("people sign in at the issuer, with PKCE, and come back to where they wanted to be", async () => {
    const page = await open(`/console/batches/${batch}`);
    const asked = page.waitForRequest((request) => request.url().startsWith(`${issuer.url}/auth?`));
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(new URL((await asked).url()).searchParams.get("code_challenge_method")).toBe("S256");
    await page.locator("[name=login]").fill("ada");
    await page.locator("[name=password]").fill("any");
    await page.locator("[type=submit]").click();
    await page.getByText("Continue").click();
    await page.getByRole("heading", { name: "Kept from strangers" }).waitFor();
    await page.getByRole("link", { name: "Ada · OPERATOR" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).waitFor();

    // An answer that this tab did not ask for is not taken.
    await page.goto("/console/signed-in?code=x&state=y");
    await page.getByText("You are not signed in").waitFor();
    await page.close();
  });

  it("the browser has nothing to complain of but the answers 401", () => {
    expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
  });
});
