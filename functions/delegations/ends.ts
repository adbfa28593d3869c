// How it is ended that one of two acts for the other: here and now, or by the worker for who has asked staff to.
import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Delegation } from "../../shared/delegation/delegation.ts";
import { momentAfter } from "../../shared/kernel/calendar.ts";
import { AttemptKey, type PersonId } from "../../shared/kernel/fields.ts";
import type { Deps } from "../app.ts";
import type { Casework } from "../casework/casework.ts";
import type { FamilyDeps } from "../routes/family.ts";

type Ends = FamilyDeps["ends"];

export const endsAndTells =
  ({ delegations, tell }: Pick<Deps, "delegations" | "tell">): Ends =>
  async (one, by, at) => {
    const ended = await (await delegations()).end(one, by, at);
    const other = by === "giver" ? one.delegate : one.giver;
    if (ended.ended?.by === by) await tell(other, "delegation-ended", `${one.delegation}-ended`);
    return ended;
  };

/** Under one key each: whoever presses twice has asked once. */
const keyFor = (personId: PersonId, { delegation }: Delegation): AttemptKey => {
  const digest = createHash("sha256").update(`end ${personId}:${delegation}`).digest("hex");
  return v.parse(AttemptKey, digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5"));
};

/** Staff write to their own table alone: the worker ends it a moment later, and tells both. */
export const endsByStaff =
  (filing: Pick<Casework, "submissions" | "submit">): Ends =>
  async (one, by, at) => {
    const [personId, calls] = by === "giver" ? [one.giver, one.calls.delegate] : [one.delegate, one.calls.giver];
    const [last] = await filing.submissions(personId);
    const acceptedAt = momentAfter(last?.content.acceptedAt, at);
    const { delegation } = one;
    await filing.submit(
      personId,
      { key: keyFor(personId, one), fingerprint: delegation },
      { slice: "delegation-end", delegation, calls, acceptedAt },
    );
    return { ...one, ended: { at, by } };
  };
