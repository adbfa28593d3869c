// What comes in from a door: whose word it is, whether it may still come, and where the visit stands by it.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { AttemptKey, Receipt } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { mayIn } from "../../shared/staff/regions.ts";
import type { Member, StaffHere } from "../../shared/staff/staff.ts";
import type { VisitFinding, VisitView } from "../../shared/visits/contract.ts";
import { type AuthorToken, listOf, type VisitId } from "../../shared/visits/ids.ts";
import type { NotHomeRule } from "../../shared/visits/ladder.ts";
import { mayArrive } from "../../shared/visits/rules.ts";
import { mayTake } from "../../shared/visits/states.ts";
import type { StaffDeps } from "../staff-app.ts";
import type { Somebody, StoredMember, StoredNote } from "./table.ts";
import { ruleOf, standsBy, viewOf } from "./view.ts";
import type { LoadedVisit } from "./visits.ts";

export const somebody = ({ staffId, name, workNumber, agency }: Member): Somebody => ({ staffId, name, workNumber, agency });

/**
 * `by`: who made it. `broughtBy`: who brings it in, where that is somebody else. `barred`: it may not come any more; what came before
 * has its answer all the same.
 */
export type Entered = LoadedVisit & {
  by: Somebody;
  broughtBy?: Somebody;
  barred?: Finding<VisitFinding>;
  rule: NotHomeRule | undefined;
};
export type Coming = { visit: VisitId; author: AuthorToken; at: Instant };
type Sent = { key: AttemptKey; fingerprint: string };
export type Word = { sent: Sent; done: StoredNote["done"]; receipt?: Receipt; found?: StoredMember };

type Deps = Pick<StaffDeps, "visits" | "policy" | "due" | "now">;

/**
 * The list is theirs, or they hold what its author made from it: then the author stays who made it, whoever synchronises. Anybody
 * else's visit is not there.
 */
export async function enter(
  { visits, policy, now }: Deps,
  here: StaffHere,
  { visit: id, author, at }: Coming,
): Promise<Entered | { refused: Finding<VisitFinding> } | undefined> {
  const [loaded, copy] = await Promise.all([visits.visit(id), visits.author(listOf(id), author)]);
  const me = somebody(here.member);
  if (!loaded || !mayIn(here, ["visitor"], loaded.list.division)) return undefined;
  const { list } = loaded;
  if (!copy)
    return list.visitor.staffId === me.staffId && !list.withdrawn
      ? { refused: finding("visit.author-unknown", "author") }
      : undefined;

  const law = await policy();
  const drafts = law({ region: list.division, asOf: dateOf(now()) }).read({ draftDays: "visit.drafts" });
  const draftDays = drafts.ok ? drafts.value.draftDays : 0;
  const barred = mayArrive({ at, now: now(), openedAt: copy.at, withdrawnAt: list.withdrawn?.at, until: list.until, draftDays });
  return {
    ...loaded,
    by: copy.by,
    ...(copy.by.staffId !== me.staffId && { broughtBy: me }),
    ...(barred && { barred }),
    rule: ruleOf(law, loaded.visit, now()),
  };
}

/** What is written with a word, and the visit as it is shown then. Where nothing is left to be done it is kept, and changes nothing. */
export function wordOf(
  { visits, due, now }: Deps,
  { visit, notes, by, broughtBy, rule }: Entered,
  { sent, done, receipt, found }: Word,
): { writes: TransactWriteItem[]; view: VisitView } {
  const members = found ? [...visit.members, found] : visit.members;
  const before = standsBy(visit, notes, rule);
  const returnedAt = notes
    .flatMap((note) => (note.done.event === "returned" ? note.done.at : []))
    .sort()
    .at(-1);
  const late = !mayTake(done.event, before.state) || (returnedAt !== undefined && done.at < returnedAt);
  const note: StoredNote = {
    visit: visit.visit,
    id: sent.key,
    fingerprint: sent.fingerprint,
    round: before.round,
    ...(late && { late: true as const }),
    arrivedAt: now(),
    by,
    ...(broughtBy && { broughtBy }),
    ...(receipt && { receipt }),
    done,
  };
  const all = [...notes, note];
  const stands = standsBy({ ...visit, members }, all, rule);
  const isToCheck = stands.state === "visited" && visit.state !== "visited";
  const { dueAt, provisional, counted } = isToCheck ? due(dateOf(now()), visit.division) : visit;
  const next = {
    ...visit,
    members,
    state: stands.state,
    dueAt,
    provisional: provisional ? (true as const) : undefined,
    counted,
  };
  return { writes: visits.noting([note], visit, next), view: viewOf(next, all, rule) };
}
