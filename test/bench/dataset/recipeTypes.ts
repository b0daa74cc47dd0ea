import type { Db } from "../../../src/db/database.js";
import { loadRecipeType } from "../../../src/domain/recipe/loadRecipeType.js";

const sources = ["landsat", "sentinel", "spot", "quickbird", "radarsat", "modis"];
const products = ["scene", "mosaic", "ortho", "change", "vegetation", "thermal"];
const steps = ["unpack", "register", "calibrate", "mask", "tile", "publish"];

const jobType = (name: string) => ({
  name,
  version: "1.0",
  title: name.replace(/^./, (letter) => letter.toUpperCase()),
  description: `Does what its name says: ${name}`,
  category: "imagery",
  author_name: "Benchmark",
  is_operational: true,
  icon_code: "f0ac",
  priority: 100,
  timeout: 1800,
  max_tries: 3,
  cpus_required: 1,
  mem_required: 1024,
  disk_out_const_required: 512,
  disk_out_mult_required: 1,
  job_type_interface: { version: "1.0", command: `./${name}`, input_data: [], output_data: [] },
});

/** A chain of jobs: each takes what the one before it made. */
function recipeType(name: string, version: string, jobNames: readonly string[]) {
  const jobs = jobNames.map((job, i) => ({
    name: job,
    job_type: { name: job, version: "1.0" },
    recipe_inputs: i === 0 ? [{ recipe_input: "scene", job_input: "scene" }] : [],
    dependencies: i === 0 ? [] : [{ name: jobNames[i - 1], connections: [{ output: "image", input: "image" }] }],
  }));
  return {
    name,
    version,
    title: name.replace("-", " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    description: `Makes products of a ${name} as it is delivered`,
    is_active: true,
    definition: { version: "1.0", input_data: [{ name: "scene", type: "file", required: true, media_types: ["image/tiff"] }], jobs },
    trigger_rule: null,
    job_types: jobNames.map(jobType),
  };
}

/** Creates three dozen recipe types, of three to six jobs. */
export async function createRecipeTypes(db: Db): Promise<void> {
  for (const source of sources) {
    for (const [i, product] of products.entries()) {
      await loadRecipeType(db, recipeType(`${source}-${product}`, `1.${i}`, steps.slice(0, 3 + (i % 4))));
    }
  }
}

/** Creates 50 recipe types of three jobs each, of 20 job types. */
export async function createFiftyTypes(db: Db): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const jobNames = [i, i + 1, i + 2].map((step) => `step-${1 + (step % 20)}`);
    await loadRecipeType(db, recipeType(`product-${1 + i}`, "1.0", jobNames));
  }
}

/** Creates a recipe type of three jobs. @returns its id */
export async function createThreeJobType(db: Db, name: string, jobNames: readonly string[] = steps.slice(0, 3)): Promise<number> {
  return (await loadRecipeType(db, recipeType(name, "1.0", jobNames))).recipeType.id;
}
