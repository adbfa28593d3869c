import { leadsHere } from "../../shared/identity.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import type { FullRecord } from "../../shared/registration.ts";
import { type AliasSecret, aliasesOf } from "../alias.ts";
import type { RegisterReader } from "../register/reader.ts";

/**
 * Rows about somebody known, without former numbers that lead to somebody else who is here already: those two came as two,
 * and no rule makes one person of two. Everything else that the rows say is told.
 */
export const ownRowsIn =
  ({ register, secret }: { register: RegisterReader; secret: () => Promise<AliasSecret> }) =>
  (rows: readonly InsuredRow[], { registration: { identity, personId } }: FullRecord): Promise<InsuredRow[]> =>
    Promise.all(
      rows.map(async (row) => {
        const { former, ...rest } = row;
        if (!former || leadsHere(identity, former)) return row;
        const aliases = aliasesOf(await secret(), former.docType, former.number);
        const owners = (await Promise.all(aliases.map(register.alias))).flatMap((alias) => alias?.people ?? []);
        return owners.some((owner) => owner.personId !== personId) ? rest : row;
      }),
    );
