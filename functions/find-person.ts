import { createHash } from "node:crypto";
import * as v from "valibot";
import { PersonId } from "../shared/kernel/fields.ts";
import { sameName } from "../shared/kernel/names.ts";
import type { DocType, RecordPage } from "../shared/registration.ts";
import { type AliasSecret, aliasesOf } from "./alias.ts";
import type { RegisterReader } from "./register/reader.ts";

export type FindPerson = ReturnType<typeof findPersonIn>;
type Options = { register: RegisterReader; secret: () => Promise<AliasSecret> };

/**
 * From number and name to a person whose registration is not closed, for sign-in. Beside openRecord the only way into the
 * register from the API. It does the same reads for someone unknown, so that nobody can tell by the clock who is registered.
 */
export const findPersonIn = ({ register, secret }: Options) =>
  async function findPerson({
    docType,
    number,
    name,
  }: {
    docType: DocType;
    number: string;
    name: string;
  }): Promise<Pick<RecordPage, "registration" | "facts"> | undefined> {
    const aliases = aliasesOf(await secret(), docType, number);
    const found = await Promise.all(aliases.map((alias) => register.alias(alias)));
    const candidates = new Set(found.flatMap((alias) => alias?.people.map(({ personId }) => personId) ?? []));

    const pages = await Promise.all(
      [...(candidates.size > 0 ? candidates : [nobody(aliases[0])])].map((id) => register.atTheDoor(id)),
    );
    // Two living people may share a number (重号): the name decides. Two with one name as well: neither, the desk must help.
    const living = pages.filter((page) => page?.registration.status === "active");
    const named = living.filter((page) => page && sameName(page.registration.identity.name, name));
    return named.length === 1 ? named[0] : undefined;
  };

/** An id that nobody has, so that the read for someone unknown costs what any read costs. */
const nobody = (alias: string): PersonId =>
  v.parse(PersonId, createHash("sha256").update(`nobody ${alias}`).digest().subarray(0, 16).toString("base64url"));
