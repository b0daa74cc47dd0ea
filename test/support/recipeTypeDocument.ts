/** An object of JSON that tests may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into it, and puts in what does not belong there
export type Json = any;

/** A job type as a recipe type's document describes it. */
export const jobTypeDocument = (name: string, version = "1.0"): Json => ({
  id: 7,
  name,
  version,
  title: `Title of ${name}`,
  description: "Does its part",
  category: "test",
  author_name: "Ann",
  author_url: "http://example.com/",
  is_operational: true,
  icon_code: "f0ac",
  docker_image: "example/image:1",
  priority: 10,
  timeout: 60,
  max_tries: 2,
  cpus_required: 0.1,
  mem_required: 64,
  disk_out_const_required: 32,
  disk_out_mult_required: 0,
  job_type_interface: { version: "1.0", command: "./run", input_data: [{ name: "infile", type: "file" }], output_data: [] },
});

const job = (name: string, parents: readonly string[]): Json => ({
  name,
  job_type: { name, version: "1.0" },
  recipe_inputs: parents.length === 0 ? [{ recipe_input: "input_file", job_input: "infile" }] : [],
  dependencies: parents.map((parent) => ({ name: parent, connections: [{ output: "outfile", input: `from_${parent}` }] })),
});

/** A recipe type as Scale serves it: "parse" feeds "mask" and "ortho", and both feed "publish". Each job is of a type of its name. */
export const recipeTypeDocument = (name = "scene", version = "1.0"): Json => ({
  id: 3,
  name,
  version,
  title: "Scene",
  description: "Processes a scene",
  is_active: true,
  definition: {
    version: "1.0",
    input_data: [{ name: "input_file", type: "file", required: true, media_types: ["image/tiff"] }],
    jobs: [job("parse", []), job("mask", ["parse"]), job("ortho", ["parse"]), job("publish", ["mask", "ortho"])],
  },
  created: "2016-05-02T02:45:28.075Z",
  last_modified: "2016-05-02T02:45:28.075Z",
  archived: null,
  trigger_rule: { type: "INGEST", name: "scenes", is_active: true, configuration: { condition: { data_types: ["scene"] } } },
  job_types: ["parse", "mask", "ortho", "publish"].map((type) => jobTypeDocument(type)),
  revision_num: 4,
});
