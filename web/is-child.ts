/** Of what an address names: a child of theirs, and not an adult who has allowed them to act. */
export const isChild = (whom: string | undefined): boolean => Boolean(whom) && !whom!.startsWith("D-");
