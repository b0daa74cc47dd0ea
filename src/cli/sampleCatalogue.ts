const scene = [{ name: "scene", type: "file", required: true, media_types: ["application/gzip"] }];

/** A job of a definition. @param feeds what feeds its input "in": outputs of other jobs, or the recipe's input */
const job = (name: string, version: string, feeds: Readonly<Record<string, string>> | "scene") => ({
  name,
  job_type: { name, version },
  recipe_inputs: feeds === "scene" ? [{ recipe_input: "scene", job_input: "scene" }] : [],
  dependencies:
    feeds === "scene" ? [] : Object.entries(feeds).map(([parent, output]) => ({ name: parent, connections: [{ output, input: output }] })),
});

interface JobTypeNeeds {
  readonly inputs: readonly string[];
  /** Name and media type. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly cpus: number;
  readonly mem: number;
}

const jobType = (name: string, version: string, description: string, { inputs, outputs, cpus, mem }: JobTypeNeeds) => ({
  name,
  version,
  title: name.replace("-", " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  description,
  category: "landsat",
  author_name: "Batch gateway",
  is_operational: true,
  icon_code: "f0ac",
  priority: 100,
  timeout: 1800,
  max_tries: 3,
  cpus_required: cpus,
  mem_required: mem,
  disk_out_const_required: 1024,
  disk_out_mult_required: 1,
  job_type_interface: {
    version: "1.0",
    command: `./${name}`,
    command_arguments: [...inputs, "job_output_dir"].map((argument) => `\${${argument}}`).join(" "),
    input_data: inputs.map((input) => ({ name: input, type: "file", required: true })),
    output_data: Object.entries(outputs).map(([output, media_type]) => ({ name: output, type: "file", required: true, media_type })),
  },
});

const tiff = "image/tiff";
const bands = { inputs: ["bands"] };
const unpack = jobType("unpack-scene", "1.0", "Takes a delivered scene apart into its bands and its description", {
  inputs: ["scene"],
  outputs: { bands: tiff, description: "text/plain" },
  cpus: 0.5,
  mem: 512,
});
const orthorectify = jobType("orthorectify", "1.2", "Lays the bands onto the map, with the relief taken out", {
  ...bands,
  outputs: { ortho: tiff },
  cpus: 2,
  mem: 4096,
});
const mask = { ...bands, outputs: { mask: tiff }, cpus: 1, mem: 2048 };
const cloudMask = jobType("cloud-mask", "1.0", "Finds clouds by the brightness of each pixel", mask);
const betterCloudMask = jobType("cloud-mask", "2.0", "Finds clouds and their shadows, by temperature too", { ...mask, cpus: 2 });
const product = (name: string) => ({ inputs: ["ortho", "mask"], outputs: { [name]: tiff }, cpus: 1, mem: 2048 });
const vegetation = jobType("vegetation-index", "1.0", "Computes how green each cloudless pixel is", product("index"));
const water = jobType("water-mask", "1.0", "Finds open water among the cloudless pixels", product("water"));
const quickLook = jobType("quick-look", "1.0", "Draws a small picture of the scene", {
  inputs: ["ortho"],
  outputs: { picture: tiff },
  cpus: 0.25,
  mem: 256,
});

const recipeType = {
  name: "landsat-scene",
  version: "1.0",
  title: "Landsat Scene",
  description: "Makes map products of a Landsat scene as it is delivered",
  is_active: true,
  trigger_rule: {
    type: "INGEST",
    name: "landsat-scene",
    is_active: true,
    configuration: {
      version: "1.0",
      condition: { media_type: "application/gzip", data_types: ["landsat"] },
      data: { input_data_name: "scene", workspace_name: "raw" },
    },
  },
};

const masked = { orthorectify: "ortho", "cloud-mask": "mask" };

const revision = (maskVersion: string, last: ReturnType<typeof job>, jobTypes: readonly ReturnType<typeof jobType>[]) => ({
  ...recipeType,
  definition: {
    version: "1.0",
    input_data: scene,
    jobs: [
      job("unpack-scene", "1.0", "scene"),
      job("orthorectify", "1.2", { "unpack-scene": "bands" }),
      job("cloud-mask", maskVersion, { "unpack-scene": "bands" }),
      job("vegetation-index", "1.0", masked),
      last,
    ],
  },
  job_types: jobTypes,
});

/**
 * A recipe type of our own, in two revisions. What the second one changes shows what re-processing does: two jobs are kept; the
 * cloud mask has a new version, so it and the vegetation index that stands on it are made anew; the quick look is removed, and a
 * water mask added.
 */
export const sampleCatalogue = [
  revision("1.0", job("quick-look", "1.0", { orthorectify: "ortho" }), [unpack, orthorectify, cloudMask, vegetation, quickLook]),
  revision("2.0", job("water-mask", "1.0", masked), [unpack, orthorectify, betterCloudMask, vegetation, water]),
] as const;
