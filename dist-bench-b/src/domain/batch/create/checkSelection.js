import { maxRecipeIds, wholeSelection } from "../batchSelection.js";
/** Checks a new batch's selection: what it names must exist, and be of the batch's recipe type. */
export async function checkSelection(db, recipeTypeId, { recipeIds, failedInBatchId, order = wholeSelection.order }) {
    const problems = [
        ...(recipeIds === undefined ? [] : await checkRecipes(db, recipeTypeId, recipeIds)),
        ...(failedInBatchId === undefined ? [] : await checkFailedBatch(db, recipeTypeId, failedInBatchId)),
    ];
    const ids = recipeIds === undefined ? null : [...new Set(recipeIds.flatMap((id) => id ?? []))].sort((one, other) => one - other);
    return { selection: { recipeIds: ids, failedInBatchId: failedInBatchId ?? null, order }, problems };
}
async function checkRecipes(db, recipeTypeId, recipeIds) {
    const path = ["selection", "recipeIds"];
    if (recipeIds.length > maxRecipeIds)
        return [{ code: "TOO_LARGE", path, message: `must be at most ${maxRecipeIds} ids` }];
    const ids = recipeIds.flatMap((id) => id ?? []);
    const recipes = await db.prisma.recipe.findMany({ where: { id: { in: ids } }, select: { id: true, recipeTypeId: true } });
    const types = new Map(recipes.map((recipe) => [recipe.id, recipe.recipeTypeId]));
    return recipeIds.flatMap((id, i) => {
        const typeId = id === null ? undefined : types.get(id);
        if (typeId === recipeTypeId)
            return [];
        const problem = typeId === undefined ? notFound : otherType("recipe");
        return [{ ...problem, path: [...path, String(i)] }];
    });
}
async function checkFailedBatch(db, recipeTypeId, id) {
    const batch = id === null ? null : await db.prisma.batch.findUnique({ where: { id }, select: { recipeTypeId: true } });
    if (batch?.recipeTypeId === recipeTypeId)
        return [];
    return [{ ...(batch ? otherType("batch") : { ...notFound, message: "names no batch" }), path: ["selection", "failedInBatchId"] }];
}
const notFound = { code: "NOT_FOUND", message: "names no recipe" };
const otherType = (what) => ({ code: "INVALID", message: `is a ${what} of another recipe type` });
