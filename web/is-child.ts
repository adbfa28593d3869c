/** Of what an address names: a child or ward of theirs, and not an adult who has allowed them to act. */
export const isChild = (whom: string | undefined): boolean => Boolean(whom) && !whom!.startsWith("D-");
/** As what they sign and consent for it: the desk has registered who is no parent (shared/delegation/whom.ts). */
export const guardianOf = (child: string | undefined): "parent" | "guardian" => (child?.startsWith("W-") ? "guardian" : "parent");
