import { parseArgs } from "node:util";
import * as v from "valibot";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { Appointment } from "../../shared/security/contract.ts";
import { StaffId, StaffRole } from "../../shared/staff/staff.ts";

export const USAGE = [
  "Usage: npm run staff -- appoint CODE --role security-administrator --regions 340400,340100 --until 2027-05-31",
  "                        --number 5301 --name 安可信 --agency 淮南市社保中心",
  "       npm run staff -- end CODE ROLE",
  "       npm run staff -- own-record CODE    asks for the number of their identity document: about that record and its household",
  "                                           they decide nothing",
  "       npm run staff -- list [REGION]",
  "CODE is the staff code that somebody reads on the sign-in page who has no role yet; 100000 is the whole country.",
].join("\n");

type Wish =
  | { does: "appoint"; appointment: Appointment }
  | { does: "end"; staffId: StaffId; role: StaffRole }
  | { does: "own-record"; staffId: StaffId }
  | { does: "list"; region: DivisionCode };

const text = { type: "string" } as const;
const options = { role: text, regions: text, until: text, number: text, name: text, agency: text };

/** What was typed; undefined where it makes no sense. */
export function readWish(args: string[]): Wish | undefined {
  const { values, positionals } = parsed(args) ?? { values: {}, positionals: [] };
  const [command, first, second] = positionals;
  if (command === "list") {
    const region = v.safeParse(DivisionCode, first ?? "100000");
    return region.success ? { does: "list", region: region.output } : undefined;
  }
  if (command === "end") {
    const asked = v.safeParse(v.object({ staffId: StaffId, role: StaffRole }), { staffId: first, role: second });
    return asked.success ? { does: "end", ...asked.output } : undefined;
  }
  if (command === "own-record") {
    const staffId = v.safeParse(StaffId, first);
    return staffId.success ? { does: "own-record", staffId: staffId.output } : undefined;
  }
  if (command !== "appoint") return undefined;
  const { number, regions = "", ...rest } = values;
  const asked = { ...rest, staffId: first, workNumber: number, regions: regions.split(",").filter(Boolean) };
  const appointment = v.safeParse(Appointment, asked);
  return appointment.success ? { does: "appoint", appointment: appointment.output } : undefined;
}

function parsed(args: string[]) {
  const dashed = args.filter((typed) => typed.startsWith("-") && v.is(StaffId, typed)); // a code that looks like options
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((typed) => !dashed.includes(typed)),
      options,
      allowPositionals: true,
    });
    return { values, positionals: positionals.toSpliced(1, 0, ...dashed) }; // right after the command, as every code
  } catch {
    return undefined; // an option that there is not
  }
}
