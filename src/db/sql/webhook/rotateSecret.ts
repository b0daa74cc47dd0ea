import type { Statement } from "../../database.js";

/**
 * $1 webhook, $2 its new secret, $3 for how many hours the one that it has now signs, too. By Prisma, the old secret would be read first: of
 * two rotations at once, both would read the same one, and the secret that one of them has handed out would sign nothing.
 */
export const rotateSecret: Statement = {
  name: "rotate_secret",
  text: `
    UPDATE webhook SET secret = $2::text, previous_secret = secret, previous_secret_until = now() + $3::int * interval '1 hour', last_modified = now()
    WHERE id = $1::int RETURNING id`,
};
