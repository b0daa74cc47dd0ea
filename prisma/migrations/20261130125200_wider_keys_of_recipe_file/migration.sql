-- As the keys of recipe_job before.
ALTER TABLE "recipe_file" ALTER COLUMN "id" TYPE BIGINT;
ALTER SEQUENCE "recipe_file_id_seq" AS BIGINT;
