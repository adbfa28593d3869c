import * as v from "valibot";
import { loadedPolicy } from "../../scripts/policy/files.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { Parameter, Region } from "../../shared/policy/parameter.ts";

export const today = v.parse(PlainDate, "2026-11-22");
export const loaded = loadedPolicy();

/** The law that is loaded, of a place on a day. */
export const lawOf = (region = "national", asOf = "2026-11-22") =>
  openPolicy(loaded)({ region: v.parse(Region, region), asOf: v.parse(PlainDate, asOf) });

/** An entry like others, with only the differences. */
export const anEntry = (differences: Partial<Record<keyof Parameter, string | null>> = {}): Parameter =>
  v.parse(Parameter, {
    key: "resident-medical.newborn-days",
    region: "national",
    from: "2020-01-01",
    to: null,
    value: "90",
    document: "某发〔2020〕1号",
    url: "",
    verifiedOn: "2026-11-22",
    confidence: "high",
    ...differences,
  });

/** The same, with these entries in the place of all others of their keys. */
export const lawWith = (entries: readonly Parameter[], region = "national") => {
  const others = loaded.filter(({ key }) => !entries.some((entry) => entry.key === key));
  return openPolicy([...others, ...entries])({ region: v.parse(Region, region), asOf: today });
};

/** The law that is loaded, of the whole country, but for one number that nobody has. */
export const lawLacking = (key: Parameter["key"]) =>
  openPolicy(loaded.filter((entry) => entry.key !== key))({ region: "national", asOf: today });
