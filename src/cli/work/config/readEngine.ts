import type { FieldReader } from "../../../domain/fieldReader.js";
import { readTexts } from "./readTexts.js";
import type { EngineName, EngineSettings } from "./workConfig.js";

const keys = ["options", "gatherSeconds", "lookSeconds"];
/** Options of `sbatch` that the bridge needs for itself; of another cluster, `squeue` and `scancel` would not know. */
const ownOptions = [
  ...["array", "clusters", "comment", "error", "export", "export-file", "job-name", "no-requeue", "output", "parsable", "requeue"],
  ...["test-only", "wait", "wrap"],
];

/** `sbatch` takes the beginning of a name for the name. */
const isOwn = (option: string): boolean => {
  const name = /^--([^=]+)/.exec(option)?.[1];
  return name ? ownOptions.some((own) => own.startsWith(name)) : /^-[aeJMoW]/.test(option);
};

/** How much is asked of an engine. @param own what the configuration says of it; undefined where it says nothing */
export function readEngineSettings(own: FieldReader | undefined, engine: EngineName): EngineSettings {
  own?.refuseOthers(keys, `is no setting of ${engine}: there are ${keys.join(", ")}`);
  return {
    gatherSeconds: own?.integer("gatherSeconds", 0, 600) ?? 10,
    lookSeconds: own?.integer("lookSeconds", 1, 600) ?? 20,
  };
}

/** What the engine is told besides, for all job types or for one. */
export function readEngineOptions(own: FieldReader | undefined): readonly string[] {
  const options = (own && readTexts(own, "options")) ?? [];
  for (const option of options) {
    if (!option.startsWith("-"))
      own?.invalid("options", `must be options of sbatch, each with its value in one string, unlike "${option}"`);
    else if (isOwn(option)) own?.invalid("options", `must leave ${option} to the worker`);
  }
  return options;
}
