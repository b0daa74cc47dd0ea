export async function currentRevisionId(db, { id, revisionNum }) {
    const where = { recipeTypeId_revisionNum: { recipeTypeId: id, revisionNum } };
    return (await db.prisma.recipeTypeRevision.findUniqueOrThrow({ where, select: { id: true } })).id;
}
