// The staff's API on the embedded engine, and members of staff who are signed in. Their sign-in itself is tested with a real issuer.
import { createHash } from "node:crypto";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDelegations } from "../../functions/delegations/delegations.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { codesBelow } from "../../functions/desk/regions.ts";
import { itemOf } from "../../functions/desk/table.ts";
import { dueOn } from "../../functions/due.ts";
import { evidenceDoor } from "../../functions/evidence/open.ts";
import { childrenIn } from "../../functions/find-children.ts";
import { finderIn } from "../../functions/helpline/find.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { doorTo, restOfRecordIn } from "../../functions/record.ts";
import { readHouseholds } from "../../functions/register/households.ts";
import { readRegister } from "../../functions/register/reader.ts";
import { openLookAllowance } from "../../functions/staff/allowance.ts";
import { openStaff } from "../../functions/staff/door.ts";
import { type Issuer, openIssuer } from "../../functions/staff/issuer.ts";
import { staffDoorTo } from "../../functions/staff/record.ts";
import { createStaffApp } from "../../functions/staff-app.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { openUploads } from "../../functions/uploads/uploads.ts";
import { openVisits } from "../../functions/visits/visits.ts";
import { demoCounties } from "../../shared/divisions/demo.ts";
import { loadDivisions } from "../../shared/divisions/divisions.ts";
import { dateOf, type Instant, instantAt, type PlainDate } from "../../shared/kernel/calendar.ts";
import { DivisionCode, type PersonId } from "../../shared/kernel/fields.ts";
import { type Grant, type Member, StaffId, type StaffRole } from "../../shared/staff/staff.ts";
import { day, noon } from "./build.ts";
import { aliasSecret } from "./people.ts";
import { aBrowser, ORIGIN } from "./post.ts";

/** The place of everybody whom `someoneElse` numbers, and of the staff unless it is said. */
export const HOME = v.parse(DivisionCode, "340469");

const nobodyToAsk = openIssuer({
  issuer: "http://127.0.0.1:9", // the port where nothing ever answers
  clientId: "canbaotong",
  factors: "mfa",
  secret: async () => ({ clientSecret: "a secret of thirty-two characters, or more" }),
});

type Options = {
  client: DynamoDBClient;
  startAt?: Instant;
  /** The clock of somebody else's, so that two apps live at one time. */
  clock?: () => Instant;
  readEvidence?: () => Promise<Uint8Array>;
  /** What is put onto the queue of codes. */
  carry?: (message: string) => Promise<void>;
  /** Who says who somebody is; unless it is said, nobody can be reached. */
  issuer?: Issuer;
  origins?: readonly string[];
};
type Somebody = { workNumber?: string; name?: string; agency?: string; personId?: PersonId; from?: PlainDate; until?: PlainDate };

export function startStaff({
  client,
  startAt = noon("2026-03-31"),
  clock,
  readEvidence = async () => new Uint8Array(),
  carry = async () => {},
  issuer = nobodyToAsk,
  origins = [ORIGIN],
}: Options) {
  let nowMs = Date.parse(startAt);
  const now = clock ?? (() => instantAt(nowMs));
  const atDesk = { client, table: "desk" };
  const register = readRegister({ client, table: "register" });
  const looks = openLooks({ client, table: "looks", now });
  const staff = openStaff({ ...atDesk, now });
  const desk = openDesk(atDesk);
  const casework = openCasework({ client, table: "casework" });
  const divisions = loadDivisions(demoCounties);
  const moving = readTransfers({ client, table: "casework" }).underway;
  const app = createStaffApp({
    client,
    staff,
    issuer,
    restOf: restOfRecordIn(register),
    openAs: staffDoorTo({ openRecord: doorTo({ register, looks }), spend: openLookAllowance(atDesk), now, moving }),
    finder: async () =>
      finderIn({ client, register, secret: async () => aliasSecret(), tables: { register: "register", casework: "casework" } }),
    desk,
    casework,
    looks,
    kin: async (home) => (await register.members(home)).map(({ personId }) => personId),
    openEvidence: async () =>
      evidenceDoor({ uploads: openUploads({ client, table: "uploads" }), looks, read: async () => readEvidence() }),
    secret: async () => aliasSecret(),
    due: dueOn,
    carry,
    origins,
    places: async () => {
      const { divisionName } = await divisions;
      return (code) => divisionName(code)?.join("") ?? code;
    },
    divisionIsKnown: async (code) => (await divisions).holdsAddresses(code),
    codesIn: async (place) => codesBelow(await divisions, place),
    children: async (openRecord) =>
      childrenIn({ register, openRecord, delegations: openDelegations({ client, table: "casework" }), now }),
    policy: async () => deployedPolicy,
    households: readHouseholds({ client, table: "register" }),
    visits: openVisits(atDesk),
    now,
  });

  /** Somebody of the staff with these roles, appointed yesterday for a year. */
  async function appoint(roles: readonly StaffRole[], regions: readonly string[] = [HOME], about: Somebody = {}) {
    const { workNumber = `T${String(++nth).padStart(4, "0")}`, name = `测试${nth}`, agency = "测试县社保中心", personId } = about;
    const staffId = staffIdOf(workNumber);
    const member: Member = { staffId, workNumber, name, agency, ...(personId && { personId }) };
    await client.send(new PutItemCommand({ TableName: "desk", Item: itemOf.member(member) }));
    for (const role of roles) {
      const grant: Grant = {
        role,
        regions: regions.map((region) => v.parse(DivisionCode, region)),
        from: about.from ?? day("2026-01-01"),
        until: about.until ?? day("2027-12-31"),
        by: "operator",
        at: now(),
      };
      await client.send(new PutItemCommand({ TableName: "desk", Item: itemOf.grant(staffId, grant) }));
    }
    return member;
  }

  return {
    app,
    staff,
    desk,
    casework,
    looks,
    register,
    now,
    today: () => dateOf(now()),
    pass(seconds: number) {
      nowMs += seconds * 1000;
    },
    browser: () => aBrowser(app),
    appoint,
    /** A browser in which somebody with these roles is signed in; `member` is who. */
    async as(roles: StaffRole | readonly StaffRole[], regions?: readonly string[], about?: Somebody) {
      const member = await appoint(typeof roles === "string" ? [roles] : roles, regions, about);
      const browser = aBrowser(app);
      browser.cookies.set("__Host-staff", await staff.begin(member.staffId));
      return { ...browser, member };
    },
  };
}
let nth = 0;
export type StartedStaff = ReturnType<typeof startStaff>;

export const staffIdOf = (subject: string): StaffId =>
  v.parse(StaffId, createHash("sha256").update(`test ${subject}`).digest().subarray(0, 16).toString("base64url"));
