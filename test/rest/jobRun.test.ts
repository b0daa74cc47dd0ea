import { beforeAll, expect, it } from "vitest";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { get, useApp } from "../support/app.js";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const file = {
  id: expect.any(Number),
  file_name: expect.any(String),
  media_type: expect.any(String),
  file_size: expect.any(Number),
  data_started: expect.toBeOneOf([null, time]),
  data_ended: expect.toBeOneOf([null, time]),
  created: time,
  last_modified: time,
};

const job_type_interface = {
  version: "1.0",
  input_data: [
    { name: "in", type: "file" },
    { name: "note", type: "property", required: false },
  ],
  output_data: [
    { name: "image", type: "file", required: false },
    { name: "tiles", type: "files", required: false },
    { name: "cloud-cover", type: "property", required: false },
    { name: "other", type: "file", required: false },
  ],
};

beforeAll(async () => {
  const type = await makeType(database(), "parse", { jobTypes: { parse: { job_type_interface, timeout: 77 } } });
  await makeManyRecipes(database(), type, 1);
  await runBatch(database(), type, { all_jobs: true });
});

const claim = async (worker: string) => {
  const { claims } = await claimJobs(database(), { worker, jobTypes: null, max: 1, leaseSeconds: 60, requestId: null });
  return claims[0] as (typeof claims)[0];
};
const failure = { message: "The disk is full", retryable: true, retryAfterSeconds: 0, exitCode: 3, logTail: "full" };

it("Job Details show the attempts at a job, and what went in and came out, by the names of its interface", async () => {
  const first = await claim("first");
  await reportJobs(database(), [{ token: first.token, kind: "failed", error: "no-disk", ...failure }]);
  const { token, jobId } = await claim("second");
  const made = (name: string) => ({ file_name: name, media_type: "image/tiff", file_size: 12, uri: `file:///data/${name}` });
  const output_data = [
    { name: "image", file: made("a.tif") },
    { name: "tiles", files: [made("b.tif"), made("c.tif")] },
    { name: "cloud-cover", value: 0.25 },
  ];
  const results = { version: "1.0", output_data };
  await reportJobs(database(), [{ token, kind: "completed", results, exitCode: 0, logTail: "done" }]);

  const { status, body } = await get(app(), `/jobs/${jobId}/`);
  expect(status).toBe(200);
  const execution = {
    id: expect.any(Number),
    job: { id: jobId },
    timeout: 77,
    created: time,
    started: time,
    ended: time,
    lease_expires: time,
  };
  expect(body.job_exes).toStrictEqual([
    {
      ...execution,
      exe_num: 1,
      status: "FAILED",
      worker: "first",
      job_exit_code: 3,
      error: { id: expect.any(Number) },
      message: "The disk is full",
      log_tail: "full",
    },
    { ...execution, exe_num: 2, status: "COMPLETED", worker: "second", job_exit_code: 0, error: null, message: null, log_tail: "done" },
  ]);
  expect(body.inputs).toStrictEqual([
    { name: "in", type: "file", value: { ...file, url: expect.toBeOneOf([null, expect.any(String)]) } },
    { name: "note", type: "property", value: null },
  ]);
  const output = (name: string) => ({ ...file, file_name: name, media_type: "image/tiff", file_size: 12, url: `file:///data/${name}` });
  expect(body.outputs).toStrictEqual([
    { name: "image", type: "file", value: output("a.tif") },
    { name: "tiles", type: "files", value: [output("b.tif"), output("c.tif")] },
    { name: "cloud-cover", type: "property", value: 0.25 },
    { name: "other", type: "file", value: null },
  ]);
});
