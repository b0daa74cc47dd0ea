import type { Db } from "../../db/database.js";
import { lockCatalogue } from "../../db/sql/catalogue/lockCatalogue.js";
import { type Problem, refuse } from "../errors.js";
import { loadJobType } from "../job/loadJobType.js";
import type { Loaded } from "../loaded.js";
import { archivedOf, saveRevisioned } from "../saveRevisioned.js";
import { loadTriggerRule } from "../trigger/loadTriggerRule.js";
import { textOfKey } from "./graph.js";
import { type RecipeTypeDocument, readRecipeTypeDocument } from "./recipeTypeDocument.js";

export interface LoadedRecipeType {
  readonly recipeType: Loaded;
  /** The job types in the order of the document, then its trigger rule, then the recipe type. */
  readonly all: readonly Loaded[];
  /** What is odd about the definition but works. */
  readonly warnings: readonly string[];
}

/**
 * Loads a recipe type document in one transaction: its job types and its trigger rule, then the recipe type. Loading the same document
 * again changes nothing.
 * @param document as Scale's `GET /recipe-types/{id}/` answers; nothing in it has been checked
 * @throws {DomainError} with the reasons why it can't be loaded; nothing of it is loaded then
 */
export async function loadRecipeType(db: Db, document: unknown): Promise<LoadedRecipeType> {
  const checked = readRecipeTypeDocument(document);
  return db.transaction(async (tx) => {
    await tx.query(lockCatalogue);
    refuse(await unknownJobTypes(tx, checked));
    const parts: Loaded[] = [];
    for (const jobType of checked.jobTypes) parts.push(await loadJobType(tx, jobType));
    const rule = checked.triggerRule && (await loadTriggerRule(tx, checked.triggerRule));
    if (rule) parts.push(rule);
    const recipeType = await saveRecipeType(tx, checked, rule?.id ?? (checked.triggerRule as null | undefined));
    return { recipeType, all: [...parts, recipeType], warnings: checked.warnings };
  });
}

/** The definition's jobs whose type is neither in the document nor in the database. */
async function unknownJobTypes(tx: Db, { usedJobTypes, jobTypes }: RecipeTypeDocument): Promise<Problem[]> {
  const described = new Set(jobTypes.map(textOfKey));
  const wanted = usedJobTypes.filter((jobType) => !described.has(textOfKey(jobType)));
  const stored = await tx.prisma.jobType.findMany({ where: { OR: wanted.map(({ name, version }) => ({ name, version })) } });
  const known = new Set([...described, ...stored.map(textOfKey)]);
  return usedJobTypes.flatMap((jobType, i): Problem[] => {
    if (known.has(textOfKey(jobType))) return [];
    const message = `is neither in the document nor in the database: "${jobType.name}" ${jobType.version}`;
    return [{ code: "NOT_FOUND", path: ["definition", "jobs", String(i), "job_type"], message }];
  });
}

/** @param triggerRuleId null: the recipe type shall have none; undefined: it keeps the one that it has */
async function saveRecipeType(tx: Db, document: RecipeTypeDocument, triggerRuleId: number | null | undefined): Promise<Loaded> {
  const { name, version, definition } = document;
  const fields = { ...document.fields, triggerRuleId };
  const stored = await tx.prisma.recipeType.findUnique({ where: { name_version: { name, version } } });
  return saveRevisioned({
    kind: "RECIPE_TYPE",
    name: `${name} ${version}`,
    stored,
    fields,
    document: { name: "definition", stored: stored?.definition, wanted: definition },
    create: async () => {
      const data = { name, version, ...fields, ...archivedOf(fields), definition, revisionNum: 1 };
      const { id } = await tx.prisma.recipeType.create({ data });
      await tx.prisma.recipeTypeRevision.create({ data: { recipeTypeId: id, revisionNum: 1, definition } });
      return id;
    },
    update: async (id, changes, revisionNum) => {
      const revised = revisionNum !== null && { definition, revisionNum };
      await tx.prisma.recipeType.update({
        where: { id },
        data: { ...changes, ...archivedOf(changes), ...revised, lastModified: new Date() },
      });
      if (revisionNum !== null) await tx.prisma.recipeTypeRevision.create({ data: { recipeTypeId: id, revisionNum, definition } });
    },
  });
}
