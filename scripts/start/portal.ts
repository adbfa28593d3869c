import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint, complain } from "../../infra/local/complaint.ts";
import { dataFolder } from "../../infra/local/endpoints.ts";
import { type Portal, startPlatform } from "../../infra/local/platform.ts";
import { buildSite } from "../build.ts";
import type { DemoPerson } from "../people/demo.ts";
import { leaveWith } from "./leaving.ts";

const DEMO_PEOPLE = 2_000;

/** The whole portal on this machine, until it is told to stop. */
export async function startPortal(): Promise<void> {
  const folder = dataFolder();
  const port = numberIn("PORT", 4321, 65_535);
  const people = numberIn("DEMO_PEOPLE", DEMO_PEOPLE, 1_000_000);
  process.on("unhandledRejection", (error) => {
    if (error instanceof Complaint) complain(error.message);
    console.error(JSON.stringify({ code: error instanceof Error ? error.name : "unknown", path: "platform" })); // one request's fault
  });

  keepMetrics(join(folder, "metrics.jsonl"));
  let isLeaving = () => false;
  try {
    const portal = await startPlatform({ folder, port, site: builtSite });
    isLeaving = leaveWith(portal);
    portal.failed.catch((error) => complain(error.message));
    const { appointDemoStaff, staffWords } = await import("./demo-staff.ts");
    await appointDemoStaff(folder, portal.address, portal.environment["STAFF_ISSUER"] ?? "");
    if (people > 0) {
      const { demoRegister } = await import("./demo.ts");
      const residents = await demoRegister(folder, people);
      const { giveDemoVisits } = await import("./demo-visits.ts");
      await giveDemoVisits(portal.environment["STAFF_ISSUER"] ?? "");
      welcome(portal, residents, staffWords(portal.address));
    } else welcome(portal, [], staffWords(portal.address));
  } catch (error) {
    if (isLeaving()) return; // the filling of the register was cut short
    if (error instanceof Complaint) complain(error.message);
    console.error(error);
    process.exit(1);
  }
}

async function builtSite(): Promise<string> {
  const startedAt = performance.now();
  try {
    const folder = await buildSite();
    console.log(`Pages ready, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return folder;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Complaint(`The pages cannot be built (npm run build): ${(said || String(error)).split("\n")[0]}`);
  }
}

function welcome({ address }: Portal, people: DemoPerson[], staff: string) {
  const width = Math.max(0, ...people.map(({ number }) => number.length));
  const lines = people.map(
    ({ number, name, phone, about }) => `  ${number.padEnd(width)}  ${(phone ?? "-").padEnd(11)}  ${name}  ${about}`,
  );
  console.log(`\n参保通 Canbaotong  ${address}\n`);
  if (lines.length > 0) console.log(`Sign in as one of these; the code appears at ${address}/outbox\n${lines.join("\n")}\n`);
  console.log(`${staff}\n`);
  console.log("Stop with Ctrl-C.");
}

/** On AWS CloudWatch takes the service's figures out of the log; here they go into a file of their own. */
function keepMetrics(file: string) {
  const print = console.log;
  console.log = (...said: unknown[]) => {
    if (typeof said[0] === "string" && said[0].startsWith('{"_aws"')) appendFileSync(file, `${said[0]}\n`, { mode: 0o600 });
    else print(...said);
  };
}

function numberIn(variable: string, unlessSet: number, most: number): number {
  const given = process.env[variable];
  if (!given) return unlessSet;
  if (!/^\d+$/.test(given) || Number(given) > most) throw complain(`${variable} is ${given}: it must be a number up to ${most}.`);
  return Number(given);
}
