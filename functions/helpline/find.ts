// From what a caller says of themselves to the people who may be meant: one Get or one Query each. Beside the door for staff it is
// their only way into the register, and it tells ids, which never leave the service.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Sought } from "../../shared/helpline/search.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type AliasSecret, aliasesOf } from "../alias.ts";
import { receiptsIn } from "../casework/receipts.ts";
import { openDelegations } from "../delegations/delegations.ts";
import { parentsIn } from "../family.ts";
import { peopleNamedIn } from "../register/names.ts";
import { peoplePhonedIn } from "../register/phones.ts";
import type { RegisterReader } from "../register/reader.ts";

/** As many are shown. */
export const MOST_FOUND = 10;
type Options = {
  client: DynamoDBClient;
  register: RegisterReader;
  secret: () => Promise<AliasSecret>;
  /** Names of the tables. */
  tables: { register: string; casework: string };
};
export type Finder = ReturnType<typeof finderIn>;

export function finderIn({ client, register, secret, tables }: Options) {
  const inRegister = { client, table: tables.register, secret };
  const peopleNamed = peopleNamedIn(inRegister);
  const peoplePhoned = peoplePhonedIn(inRegister);
  const whoseReceipt = receiptsIn({ client, table: tables.casework });

  async function numbered({ documents }: Extract<Sought, { kind: "number" }>): Promise<PersonId[]> {
    const versions = await secret();
    const aliases = documents.flatMap(({ docType, number }) => aliasesOf(versions, docType, number));
    const found = await Promise.all(aliases.map((alias) => register.alias(alias)));
    return found.flatMap((alias) => alias?.people.map(({ personId }) => personId) ?? []);
  }

  return {
    async people(sought: Exclude<Sought, { kind: "ticket" }>): Promise<PersonId[]> {
      switch (sought.kind) {
        case "number":
          return [...new Set(await numbered(sought))];
        case "name-birth":
          return peopleNamed(sought.name, sought.birth);
        case "phone":
          return peoplePhoned(sought.phone, MOST_FOUND + 1);
        case "receipt":
          return whoseReceipt(sought.receipt);
      }
    },

    /** Whether somebody is parent of a child by the register, on a day. */
    isParent: parentsIn(register, openDelegations({ client, table: tables.casework })),
  };
}
