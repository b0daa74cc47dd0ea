import { selectOtherTriggers } from "../../../db/sql/expansion/selectOtherTriggers.js";
import { switchKeyTriggers } from "../../../db/sql/expansion/switchKeyTriggers.js";
/** Finds out whether the triggers may be switched off. @returns null if so, else why not */
export async function whyCheckedByRow(db) {
    const [other] = await db.query(selectOtherTriggers);
    if (other)
        return `the trigger ${other.name} of ${other.table} would not fire`;
    try {
        await db.statements((tx) => tx.query(switchKeyTriggers, ["replica"]));
        return null;
    }
    catch (error) {
        if (error.code === "42501")
            return "the role may not set session_replication_role";
        throw error;
    }
}
