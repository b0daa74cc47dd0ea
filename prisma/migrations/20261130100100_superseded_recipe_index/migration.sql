-- As the index of jobs before: most recipes supersede none.
DROP INDEX "recipe_superseded_recipe_id_key";
CREATE UNIQUE INDEX "recipe_superseded_recipe_id_key" ON "recipe" ("superseded_recipe_id") WHERE "superseded_recipe_id" IS NOT NULL;
