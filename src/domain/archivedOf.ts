/** When something was archived, as it follows from whether it is active; nothing, where that does not change. */
export const archivedOf = ({ isActive }: { isActive?: boolean | undefined }): { archived?: Date | null } =>
  isActive === undefined ? {} : { archived: isActive ? null : new Date() };
