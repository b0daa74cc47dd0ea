/**
 * SQL for the earliest and the latest time that any input file of a recipe has; null where none has. Recipes carry them. Those that an older
 * release has made don't, so their files are looked at. By data time, counting a million recipes took 5 to 12 s by their files, and
 * takes as long as by their creation where they carry the times.
 * @param recipe the recipe's alias in the statement
 */
export function sourceTimes(recipe: string) {
  const { started, ended } = timesOfFiles(recipe);
  return { started: `coalesce(${recipe}.source_started, ${started})`, ended: `coalesce(${recipe}.source_ended, ${ended})` };
}

/** The same, by the files alone. */
export const timesOfFiles = (recipe: string) => ({ started: ofFiles("min(least", recipe), ended: ofFiles("max(greatest", recipe) });

const ofFiles = (extreme: string, recipe: string): string => `(
    SELECT ${extreme}(f.data_started, f.data_ended)) FROM recipe_file rf JOIN scale_file f ON f.id = rf.scale_file_id
    WHERE rf.recipe_id = ${recipe}.id)`;
