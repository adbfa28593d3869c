// Who works in the demonstration: appointed at the first start, and known to other commands by `.data/demo-staff.json`.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { locationOf } from "../../functions/environment.ts";
import { openStaff } from "../../functions/staff/door.ts";
import { openGrants } from "../../functions/staff/grants.ts";
import { staffIdOf } from "../../functions/staff/issuer.ts";
import { demoStaff, isUnknown } from "../../infra/local/issuer/people.ts";
import { dateOf, instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { Appointment } from "../../shared/security/contract.ts";
import { StaffId, StaffRole } from "../../shared/staff/staff.ts";

const Written = v.array(v.object({ staffId: StaffId, role: StaffRole, signIn: v.object({ issuer: v.string() }) }));
type Written = v.InferOutput<typeof Written>;

/** `address` is the portal's. People are known by issuer and subject: with another issuer they are appointed anew. */
export async function appointDemoStaff(folder: string, address: string, issuer: string): Promise<void> {
  const file = join(folder, "demo-staff.json");
  const before = existsSync(file) ? v.parse(Written, JSON.parse(readFileSync(file, "utf8"))) : [];
  if (before[0]?.signIn.issuer !== issuer) await appointAll(issuer, before);

  const list = demoStaff.map(({ days: _, secondFactor, ...one }) => ({
    ...one,
    staffId: staffIdOf(issuer, one.subject),
    signIn: {
      page: `${address}/staff/sign-in`,
      issuer,
      choose: one.name,
      code: secondFactor ? "shown on the issuer's page" : "none: is not let in",
    },
  }));
  writeFileSync(`${file}.new`, JSON.stringify(list, null, 2), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file); // last: it says that all of them are appointed
}

/** `before`: as whom they were appointed under an issuer that there is no more; their work numbers are to be free again. */
async function appointAll(issuer: string, before: Written): Promise<void> {
  const client = new DynamoDBClient({});
  const now = () => instantAt(Date.now());
  const staff = openStaff({ client, table: locationOf("desk"), now });
  const grants = openGrants({ client, staff, isPlace: async () => true, now });
  for (const { staffId, role } of before) await grants.end("operator", staffId, role);
  for (const one of demoStaff.filter((somebody) => !isUnknown(somebody))) {
    const { subject, name, workNumber, agency, role, regions, days } = one;
    const until = plusDays(dateOf(now()), days);
    const asked = { staffId: staffIdOf(issuer, subject), name, workNumber, agency, role, regions: [...regions], until };
    const appointment = v.parse(Appointment, asked);
    const done = await grants.appoint("operator", appointment);
    if (!done.ok) throw new Error(`${name}: ${done.refusal[0]?.code}`);
    if (days === 0) await grants.end("operator", appointment.staffId, role);
  }
  client.destroy();
}

/** In a few lines, for who has just started the portal. */
export function staffWords(address: string): string {
  const byRole = Map.groupBy(
    demoStaff.filter(({ secondFactor, days }) => secondFactor && days > 0),
    ({ about }) => about.split(/[，·]/)[0]!.trim(),
  );
  const said = [...byRole].map(
    ([role, people]) => `${role} ${people.map(({ name, workNumber }) => `${name} ${workNumber}`).join("、")}`,
  );
  const lines = [said.slice(0, 4), said.slice(4)].map((roles) => `  ${roles.join("  ")}`);
  return `Staff sign in at ${address}/staff: choose who you are there, the code is shown\n${lines.join("\n")}`;
}
