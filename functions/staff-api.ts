import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

import { instantAt } from "../shared/kernel/calendar.ts";
import { AliasSecret } from "./alias.ts";
import { openCasework } from "./casework/casework.ts";
import { openDesk } from "./desk/desk.ts";
import { codesBelow } from "./desk/regions.ts";
import { dueOn } from "./due.ts";
import { locationOf, settingOf } from "./environment.ts";
import { evidenceDoor } from "./evidence/open.ts";
import { onLambda } from "./http/lambda.ts";
import { impatient } from "./impatient.ts";
import { lazyQueue } from "./lazy-queue.ts";
import { openLooks } from "./looks/looks.ts";
import { divisionIsKnown, divisions, places } from "./places.ts";
import { deployedPolicy } from "./policy.ts";
import { doorTo, restOfRecordIn } from "./record.ts";
import { readHouseholds } from "./register/households.ts";
import { readRegister } from "./register/reader.ts";
import { openSecret } from "./secrets.ts";
import { openLookAllowance } from "./staff/allowance.ts";
import { openStaff } from "./staff/door.ts";
import { IssuerSecret, openIssuer } from "./staff/issuer.ts";
import { staffDoorTo } from "./staff/record.ts";
import { createStaffApp } from "./staff-app.ts";
import { readTransfers } from "./transfers/transfers.ts";
import { unlogged } from "./unlogged.ts";
import { openUploads } from "./uploads/uploads.ts";
import { openVisits } from "./visits/visits.ts";

const client = unlogged(new DynamoDBClient(impatient));
const codes = lazyQueue(() => locationOf("codes"));
const now = () => instantAt(Date.now());
const secret = openSecret("alias", AliasSecret);
const register = readRegister({ client, table: locationOf("register") });
const looks = openLooks({ client, table: locationOf("looks"), now });
const atDesk = { client, table: locationOf("desk") };
const openRecord = doorTo({ register, looks });
const moving = readTransfers({ client, table: locationOf("casework") }).underway;

export const app = createStaffApp({
  client,
  staff: openStaff({ ...atDesk, now }),
  issuer: openIssuer({
    issuer: settingOf("STAFF_ISSUER"),
    clientId: settingOf("STAFF_CLIENT_ID"),
    factors: settingOf("STAFF_ACR", "mfa"),
    secret: openSecret("issuer", IssuerSecret),
  }),
  openAs: staffDoorTo({ openRecord, spend: openLookAllowance(atDesk), now, moving }),
  restOf: restOfRecordIn(register),
  finder: async () => {
    const tables = { register: locationOf("register"), casework: locationOf("casework") };
    return (await import("./helpline/find.ts")).finderIn({ client, register, secret, tables });
  },
  desk: openDesk(atDesk),
  casework: openCasework({ client, table: locationOf("casework") }),
  looks,
  kin: async (home) => (await register.members(home)).map(({ personId }) => personId),
  openEvidence: async () => {
    const [{ S3Client }, { readsFrom }] = await Promise.all([import("@aws-sdk/client-s3"), import("./evidence/objects.ts")]);
    const read = readsFrom({ s3: new S3Client({}), bucket: locationOf("evidence") });
    return evidenceDoor({ uploads: openUploads({ client, table: locationOf("uploads") }), looks, read });
  },
  secret,
  due: dueOn,
  carry: (message) => codes.send({ message, from: "desk" }),
  origins: settingOf("ORIGIN").split(","),
  places,
  divisionIsKnown,
  codesIn: async (place) => codesBelow(await divisions(), place),
  children: async (open) => {
    const { childrenIn } = await import("./find-children.ts");
    const { openDelegations } = await import("./delegations/delegations.ts");
    const delegations = openDelegations({ client, table: locationOf("casework") });
    return childrenIn({ register, openRecord: open, delegations, now });
  },
  policy: async () => deployedPolicy,
  households: readHouseholds({ client, table: locationOf("register") }),
  visits: openVisits(atDesk),
  now,
});

export const handler = onLambda(app);
