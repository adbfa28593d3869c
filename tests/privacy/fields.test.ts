// The field table against the code: nothing is kept that it does not name, nothing is masked or read past it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { keyOf as audit } from "../../functions/audit/table.ts";
import { keyOf as casework } from "../../functions/casework/table.ts";
import { keyOf as desk } from "../../functions/desk/table.ts";
import type { Look } from "../../functions/looks/table.ts";
import { keyOf as register } from "../../functions/register/table.ts";
import { keyOf as sessions } from "../../functions/sessions/table.ts";
import { keyOf as uploads } from "../../functions/uploads/table.ts";
import { keyOf as visits } from "../../functions/visits/table.ts";
import { deskWork } from "../../shared/declaration/follow-up.ts";
import { Hardship } from "../../shared/enrolment/joining.ts";
import { fieldNames, fields } from "../../shared/privacy/fields.ts";
import { keeps, places } from "../../shared/privacy/keeps.ts";
import { masked, maskedNumber, masks } from "../../shared/privacy/masks.ts";
import { fieldOfHardship, fieldOfReason, fieldOfWork, mayRead } from "../../shared/privacy/may-read.ts";
import { roles } from "../../shared/privacy/roles.ts";
import { Fact, SaidReason } from "../../shared/registration.ts";
import { type TableName, topology } from "../../shared/topology.ts";

const root = path.resolve(import.meta.dirname, "../..");
/** A kind that is missing here does not compile. */
const looks = { session: true, parent: true, delegate: true, copy: true, staff: true } satisfies Record<Look["kind"], true>;
const kinds: Record<TableName, readonly string[]> = {
  register: Object.keys(register),
  casework: [...Object.keys(casework), "outbox"],
  desk: [...Object.keys(desk), ...Object.keys(visits), "outbox"],
  sessions: Object.keys(sessions),
  looks: [...Object.keys(looks), ...Object.keys(audit)],
  uploads: Object.keys(uploads),
};

describe("what is kept", () => {
  test("is named, every kind of item of every table and every bucket, and nothing else is", () => {
    const items = Object.entries(kinds).flatMap(([table, names]) => names.map((kind) => `${table}.${kind}`));
    const buckets = Object.keys(topology.buckets).map((name) => `bucket.${name}`);

    expect([...places].sort()).toEqual([...items, ...buckets].sort());
    expect(Object.keys(kinds).sort()).toEqual(Object.keys(topology.tables).sort());
  });

  test("holds some field of the table wherever it lies", () => {
    const told = new Set(fieldNames.flatMap((name) => fields[name].in));

    expect(places.filter((place) => !told.has(place))).toEqual([]);
  });

  test("goes by itself only in tables that let items expire; in the others it stays, or goes with its outcome", () => {
    const expiring = Object.entries(topology.tables).flatMap(([name, table]) => ("expires" in table ? [name] : []));
    const timed = places.filter((place) => {
      const kept = keeps[place];
      return !place.startsWith("bucket.") && typeof kept === "object" && !("afterEnd" in kept); // those the clock ends
    });

    expect(timed.filter((place) => !expiring.includes(place.split(".")[0] ?? ""))).toEqual([]);
  });

  test("leaves its bucket, whatever else is forgotten, after the longest time that is told", () => {
    const { afterOutcome, most } = keeps["bucket.evidence"];

    expect(most).toBeGreaterThan(afterOutcome);
    expect(topology.buckets.evidence.expireDays).toBeGreaterThan(most);
    expect(topology.buckets.evidence.expireDays - most).toBeLessThan(30);
  });

  test("has a row for every fact of the register", () => {
    const facts = Fact.options.map(({ entries }) => entries.name.literal);

    expect(facts.filter((name) => !(name in fields))).toEqual([]);
  });
});

describe("who may meet a field", () => {
  const readable = (role: (typeof roles)[number]) => fieldNames.filter((field) => mayRead(role, field));
  const tight = ["hardship", "disability", "sentence"] as const;

  test.each(roles)("the table says it for %s, and for nobody else", (role) => {
    expect(readable(role)).toEqual(fieldNames.filter((field) => fields[field].seenBy.includes(role)));
    expect(new Set(fields.name.seenBy).size).toBe(fields.name.seenBy.length);
  });

  test.each(tight)(
    "%s: the person, a child's guardian, and the two who handle the matter; never an agent or a visitor",
    (field) => {
      expect(roles.filter((role) => mayRead(role, field))).toEqual(["resident", "guardian", "handler", "checker"]);
      expect(fields[field].sensitive).toBe("status");
    },
  );

  test("whoever gives out roles, signs reports or loads numbers reads nobody", () => {
    for (const role of ["security-administrator", "signer", "parameters"] as const)
      expect([role, readable(role)]).toEqual([role, []]);
  });

  test("an auditor reads what was done, and not who somebody is", () => {
    expect(
      readable("auditor").filter((field) => ["identity", "contact", "insurance", "reasons"].includes(fields[field].group)),
    ).toEqual([]);
  });

  test("what signs people in is read by machines alone", () => {
    expect(fieldNames.filter((field) => fields[field].group === "sign-in" && fields[field].seenBy.length > 0)).toEqual([]);
  });

  test("somebody sees all of their own that anybody on the staff may see of them, but for files and notes of the desk", () => {
    const hidden = fieldNames.filter((field) => fields[field].seenBy.length > 0 && !mayRead("resident", field));

    expect(hidden).toEqual(["tasks", "work", "tickets", "feeds", "rows"]);
  });

  test("a hardship for which the government pays is never read as an ordinary reason", () => {
    for (const kind of Hardship.options) expect(tight).toContain(fieldOfHardship(kind));
  });

  test("a reason that says hardship or prison is no ordinary reason, and neither is the work whose name says it", () => {
    const codes = SaidReason.options.flatMap(({ entries: { code } }) => ("options" in code ? code.options : [code.literal]));

    expect(codes.filter((code) => fieldOfReason(code) !== "reason")).toEqual(["P01", "O04"]);
    expect(deskWork.filter((work) => fieldOfWork(work) !== "work")).toEqual(["SUBSIDY_CHECK"]);
  });
});

describe("what is masked", () => {
  test("is masked by the table: nothing else of the product calls a mask by its kind", () => {
    const sources = ["shared", "functions", "web"].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name) && !entry.parentPath.includes("node_modules"))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    );
    const callers = sources.filter((name) => /from "[^"]*kernel\/masking\.ts"/.test(readFileSync(path.join(root, name), "utf8")));

    expect(callers).toEqual(["shared/privacy/masks.ts"]);
    expect(Object.keys(masks).filter((field) => !(field in fields))).toEqual([]);
  });

  test.each([
    ["phone", "19900001234", "199****1234"],
    ["name", "欧阳试", "欧*试"],
    ["residence", "江苏省南京市玄武区梅园新村街道长江路1号", "江苏省南京市玄武区梅园新村街道****"],
  ] as const)("%s", (field, value, shown) => {
    expect(masked(field, value)).toBe(shown);
  });

  test("a passport keeps less than a number of eighteen", () => {
    expect(maskedNumber({ docType: "PASSPORT", number: "G01234567" })).toBe("G0*****67");
    expect(maskedNumber({ docType: "RIC", number: "340469190303030012" })).toBe("3404**********0012");
  });
});
