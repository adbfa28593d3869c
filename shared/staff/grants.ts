// Who may be appointed to what. Asked by the page, by the staff's API and by the operator's command.
import { daysBetween, type PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import { within } from "./regions.ts";
import type { StaffRole } from "./staff.ts";

/** A role is looked at again at least once a year. */
export const GRANT_AT_MOST_DAYS = 366;
/** Those that end within so many days are shown as about to end. */
export const ENDS_SOON_DAYS = 30;

/**
 * Nobody holds two of these: who sets the numbers, who reads the looks, who gives out roles. And whoever gives out roles reads no
 * people, so they have no other role at all: two who appoint each other would else read whom they like.
 */
const APART: readonly StaffRole[] = ["parameters", "auditor", "security-administrator"];
export const clashing = (a: StaffRole, b: StaffRole): boolean =>
  a !== b && ((APART.includes(a) && APART.includes(b)) || [a, b].includes("security-administrator"));

export type GrantFinding =
  | "grant.self"
  | "grant.clash"
  | "grant.outside"
  | "grant.no-such-place"
  | "grant.already-over"
  | "grant.too-long"
  | "grant.number-taken";

export type Appointing = {
  staffId: string;
  role: StaffRole;
  regions: readonly DivisionCode[];
  until: PlainDate;
  today: PlainDate;
  /** What they are already, today. */
  roles: readonly StaffRole[];
  /** Where they are this very thing today: those grants end by it. */
  replaces: readonly DivisionCode[];
  /** Who appoints, and for which places they may; the operator may for all. */
  by: { staffId: string; regions: readonly DivisionCode[] } | "operator";
  isPlace: (code: DivisionCode) => boolean;
  /** Somebody else has that work number. */
  numberTaken: boolean;
};
type GrantRule = Rule<Appointing, GrantFinding>;

const notThemselves: GrantRule = ({ by, staffId }) =>
  by !== "operator" && by.staffId === staffId ? finding("grant.self", "staffId") : undefined;

const goesWithTheirRoles: GrantRule = ({ role, roles }) =>
  roles.some((held) => clashing(held, role)) ? finding("grant.clash", "role") : undefined;

const placesExist: GrantRule = ({ regions, isPlace }) =>
  regions.every(isPlace) ? undefined : finding("grant.no-such-place", "regions");

/** What is given, and what is taken away by it: else a county could leave the auditor of its province with that county alone. */
const placesAreTheirs: GrantRule = ({ by, regions, replaces }) =>
  by === "operator" || [...regions, ...replaces].every((region) => by.regions.some((own) => within(region, own)))
    ? undefined
    : finding("grant.outside", "regions");

const endsLater: GrantRule = ({ until, today }) => (until < today ? finding("grant.already-over", "until") : undefined);

const endsWithinTheYear: GrantRule = ({ until, today }) =>
  daysBetween(today, until) > GRANT_AT_MOST_DAYS ? finding("grant.too-long", "until") : undefined;

const numberIsFree: GrantRule = ({ numberTaken }) => (numberTaken ? finding("grant.number-taken", "workNumber") : undefined);

const rules = [notThemselves, goesWithTheirRoles, placesExist, placesAreTheirs, endsLater, endsWithinTheYear, numberIsFree];
export const whyNotAppointed = (appointing: Appointing): Finding<GrantFinding>[] => examine(rules, appointing);
