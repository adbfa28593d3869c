// A number that only a newcomer has said to be theirs: whom an agency knows by it enters beside them, and the desk need not be asked.
// Whoever registers a stranger's number first may not keep its owner out of the register: nobody has seen their papers.
import type { Document } from "../shared/identity.ts";
import type { FeedId } from "../shared/insured/delta.ts";
import type { InsuredRow } from "../shared/insured/row.ts";
import type { PlainDate } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { FullRecord } from "../shared/registration.ts";
import { type AliasSecret, aliasesOf } from "./alias.ts";
import { proposedId } from "./feeds/ids.ts";
import { claim } from "./register/aliases.ts";
import type { Register } from "./register/register.ts";

type Options = { register: Pick<Register, "alias">; secret: () => Promise<AliasSecret>; table: string };
type Numbered = Pick<InsuredRow, "docType" | "number" | "name">;

export function besideIn({ register, secret, table }: Options) {
  const aliasesUnder = async ({ docType, number }: Document) => aliasesOf(await secret(), docType, number);

  return {
    /** Nobody vouches for who has it, and nobody else has it. */
    async isOnlySaid(row: Numbered, held: FullRecord | undefined): Promise<boolean> {
      if (held?.registration.verified !== "unverified") return false;
      const found = await Promise.all((await aliasesUnder(row)).map((alias) => register.alias(alias)));
      const holders = found.flatMap((alias) => alias?.people ?? []);
      return holders.every(({ personId }) => personId === held.registration.personId);
    },

    /** As somebody unknown would be called: the same row delivered again proposes the same. */
    async idFor(feed: FeedId, row: Numbered): Promise<PersonId> {
      const [alias = ""] = await aliasesUnder(row);
      return proposedId(await secret(), feed, alias, row.name);
    },

    /** Their numbers lead to them too. Conditioned on what was read, as every claim is. */
    async claims(documents: readonly Document[], personId: PersonId, from: PlainDate) {
      const aliases = (await Promise.all(documents.map(aliasesUnder))).flat();
      return Promise.all(
        aliases.map(async (alias) => ({ Put: claim(table, alias, await register.alias(alias), personId, from) })),
      );
    },
  };
}
