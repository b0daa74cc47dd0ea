-- Keys by which programs say who they are. Of a key's secret, only the hash is kept.
CREATE TABLE "api_key" (
  "id" SERIAL NOT NULL,
  "prefix" VARCHAR(11) NOT NULL,
  "hash" BYTEA NOT NULL,
  "name" VARCHAR(250) NOT NULL,
  "role" VARCHAR(20) NOT NULL,
  "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires" TIMESTAMPTZ(6),
  "last_used" TIMESTAMPTZ(6),
  "revoked" TIMESTAMPTZ(6),
  CONSTRAINT "api_key_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "api_key_hash_check" CHECK (length("hash") = 32),
  CONSTRAINT "api_key_role_check" CHECK ("role" IN ('READER', 'WORKER', 'OPERATOR', 'ADMIN'))
);
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key" ("prefix");
