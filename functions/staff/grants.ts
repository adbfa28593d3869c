// Roles given out and ended. Nothing is ever written over: who looks back sees every grant, who gave it and who ended it.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { provinces } from "../../shared/kernel/provinces.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { Appointment } from "../../shared/security/contract.ts";
import { type GrantFinding, whyNotAppointed } from "../../shared/staff/grants.ts";
import { covers, within } from "../../shared/staff/regions.ts";
import { type Grant, isInForce, type Member, type StaffId, type StaffRole } from "../../shared/staff/staff.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, type Listed, read } from "../desk/table.ts";
import { queryAll } from "../query.ts";
import { transacted } from "../transact.ts";
import type { Staff } from "./door.ts";

/** Who appoints, and for which places they may. */
export type Appointing = { staffId: StaffId; regions: readonly DivisionCode[] } | "operator";
export type Findings = readonly Finding<GrantFinding | "grant.changed-meanwhile" | "grant.none">[];

type Options = { client: DynamoDBClient; staff: Staff; isPlace(code: DivisionCode): Promise<boolean>; now(): Instant };
const ENDED_SHOWN_DAYS = 90;
const COUNTRY = "100000";
const EVERYWHERE = "10"; // its province
type Revision = string;
const provincesOf = (regions: readonly DivisionCode[]) => [...new Set(regions.map((region) => region.slice(0, 2)))];

export function openGrants({ client, staff, isPlace, now }: Options) {
  const TableName = staff.table;
  const nameOf = (by: Appointing) => (by === "operator" ? by : by.staffId);

  /** Every grant that ends after a day and reaches one of these places, each once. */
  async function listed(regions: readonly DivisionCode[], after: PlainDate): Promise<Listed[]> {
    const found = new Map<string, Listed>();
    const asked = regions.some((region) => region === COUNTRY) ? Object.keys(provinces) : provincesOf(regions);
    for (const province of [EVERYWHERE, ...asked]) {
      const input = {
        TableName,
        KeyConditionExpression: "pk = :pk AND sk > :after",
        ExpressionAttributeValues: toAttributes({ ":pk": `ROSTER#${province}`, ":after": after }),
        ConsistentRead: true,
      };
      for (const one of (await queryAll(client, input)).map(read.listed))
        found.set(`${one.staffId} ${one.grant.role} ${one.grant.at}`, one);
    }
    return [...found.values()].filter(({ grant }) => meets(grant.regions, regions));
  }

  /** Ends a grant in every place where it stands. */
  const ending = (member: Member, grant: Grant, by: Appointing, at: Instant): TransactWriteItem[] =>
    putting(member, { ...grant, ended: { by: nameOf(by), at } });

  const putting = ({ personId: _, ...member }: Member, grant: Grant): TransactWriteItem[] => [
    { Put: { TableName, Item: itemOf.grant(member.staffId, grant) } },
    ...provincesOf(grant.regions).map((province) => ({
      Put: { TableName, Item: itemOf.roster(province, { ...member, grant }) },
    })),
  ];

  /** Read before the grants are: whoever has written in between has made it another one. */
  async function revisionOf(staffId: StaffId): Promise<Revision> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.member(staffId), ConsistentRead: true }));
    return Item ? (Item["revision"]?.S ?? "first") : "none";
  }

  /** Of two who appoint the same person at once the second one has to look again: they saw other roles than there are now. */
  async function written(member: Member, seen: Revision, changes: TransactWriteItem[]): Promise<Result<undefined, Findings>> {
    const isKnown = seen !== "none" && seen !== "first";
    const asSeen = isKnown
      ? { ConditionExpression: "revision = :seen", ExpressionAttributeValues: toAttributes({ ":seen": seen }) }
      : { ConditionExpression: seen === "none" ? "attribute_not_exists(pk)" : "attribute_not_exists(revision)" };
    const Item = { ...itemOf.member(member), ...toAttributes({ revision: crypto.randomUUID() }) };
    const done = await transacted(client, [{ Put: { TableName, Item, ...asSeen } }, ...changes]);
    return done ? accepted(undefined) : refused([finding("grant.changed-meanwhile")]);
  }

  return {
    /** One more role for somebody. Who has it already has it anew, from today, as it is said now. */
    async appoint(by: Appointing, { role, regions, until, ...who }: Appointment): Promise<Result<Listed, Findings>> {
      const at = now();
      const today = dateOf(at);
      const seen = await revisionOf(who.staffId);
      const known = await staff.member(who.staffId);
      const held = (known?.grants ?? []).filter((grant) => isInForce(grant, today));
      const places = await Promise.all(regions.map(async (region) => ((await isPlace(region)) ? [region] : [])));
      const others = await listed([...regions], plusDays(today, -1));
      const findings = whyNotAppointed({
        staffId: who.staffId,
        role,
        regions,
        until,
        today,
        roles: held.map((grant) => grant.role),
        replaces: held.filter((grant) => grant.role === role).flatMap((grant) => grant.regions),
        by,
        isPlace: (code) => places.flat().includes(code),
        numberTaken: others.some(
          ({ staffId, workNumber, grant }) => staffId !== who.staffId && workNumber === who.workNumber && isInForce(grant, today),
        ),
      });
      if (findings.length > 0) return refused(findings);

      // What people read of who looked at their record is not for an administrator of fewer places to write anew.
      const isTheirs = by === "operator" || held.every((grant) => liesIn(grant.regions, by.regions));
      const member: Member = known && !isTheirs ? known.member : { ...known?.member, ...who };
      const grant: Grant = { role, regions: [...regions], from: today, until, by: nameOf(by), at };
      const before = held.filter((one) => one.role === role).flatMap((one) => ending(member, one, by, at));
      const done = await written(member, seen, [...before, ...putting(member, grant)]);
      const { personId: _, ...shown } = member;
      return done.ok ? accepted({ ...shown, grant }) : done;
    },

    /** Their role in places of mine ends at once, in the middle of what they are doing. */
    async end(by: Appointing, staffId: StaffId, role: StaffRole): Promise<Result<undefined, Findings>> {
      const at = now();
      const seen = await revisionOf(staffId);
      const known = await staff.member(staffId);
      const held = (known?.grants ?? []).filter((grant) => grant.role === role && isInForce(grant, dateOf(at)));
      const mine = held.filter(({ regions }) => by === "operator" || meets(regions, by.regions));
      if (!known || mine.length === 0) return refused([finding("grant.none")]);
      if (by !== "operator" && by.staffId === staffId) return refused([finding("grant.self")]);
      if (by !== "operator" && !mine.every(({ regions }) => liesIn(regions, by.regions)))
        return refused([finding("grant.outside")]);
      return written(
        known.member,
        seen,
        mine.flatMap((grant) => ending(known.member, grant, by, at)),
      );
    },

    /** In force, the first to end first; then what ended lately. */
    async review(regions: readonly DivisionCode[]): Promise<Listed[]> {
      const today = dateOf(now());
      const since = plusDays(today, -ENDED_SHOWN_DAYS);
      const all = await listed(regions, since);
      const over = ({ grant }: Listed) => !isInForce(grant, today);
      const lastDay = ({ grant }: Listed) => (grant.ended ? dateOf(grant.ended.at) : grant.until);
      const place = (one: Listed) => `${lastDay(one)} ${one.workNumber} ${one.grant.role}`;
      const sorted = all.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
      return [...sorted.filter((one) => !over(one)), ...sorted.filter((one) => over(one) && lastDay(one) > since).reverse()];
    },
  };
}
export type Grants = ReturnType<typeof openGrants>;

/** The one reaches a place of the other. */
export const meets = (granted: readonly DivisionCode[], mine: readonly DivisionCode[]) =>
  granted.some((one) => mine.some((other) => covers(one, other) || covers(other, one)));

export const liesIn = (granted: readonly DivisionCode[], mine: readonly DivisionCode[]) =>
  granted.every((one) => mine.some((whole) => within(one, whole)));
