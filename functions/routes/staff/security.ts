// The security administrator's: roles given out, looked over and ended; sessions ended. Nothing here leads to anybody's record.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import {
  appoint,
  endGrant,
  endSessionOf,
  type GrantShown,
  listSessionsOf,
  reviewGrants,
} from "../../../shared/security/contract.ts";
import { isInForce, type StaffId } from "../../../shared/staff/staff.ts";
import type { Env } from "../../app.ts";
import type { Listed } from "../../desk/table.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { type Findings, liesIn, meets, openGrants } from "../../staff/grants.ts";
import { isPlaceIn, namedRegions } from "../../staff/named-regions.ts";
import { shownSessions } from "../../staff/shown-sessions.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const security = ({ client, staff, places, now }: StaffDeps) => {
  const grants = openGrants({ client, staff, isPlace: isPlaceIn(places), now });

  /** Where the one who asks gives out roles. */
  const myRegions = (c: Context<Env>): DivisionCode[] =>
    c.var.staff.grants.flatMap(({ role, regions }) => (role === "security-administrator" ? regions : []));

  /** Whether somebody has, or had, a role in a place of mine: of anybody else there is nothing to be seen. */
  async function isMine(c: Context<Env>, staffId: StaffId): Promise<boolean> {
    const known = await staff.member(staffId);
    return known?.grants.some(({ regions }) => meets(regions, myRegions(c))) ?? false;
  }

  /** And nothing that they are today reaches beyond it. */
  async function isWhollyMine(c: Context<Env>, staffId: StaffId): Promise<boolean> {
    const held = (await staff.member(staffId))?.grants.filter((grant) => isInForce(grant, dateOf(now()))) ?? [];
    return (await isMine(c, staffId)) && held.every(({ regions }) => liesIn(regions, myRegions(c)));
  }

  async function shown(all: readonly Listed[]): Promise<GrantShown[]> {
    const named = await namedRegions(places);
    const ids = all.flatMap(({ grant: { by, ended } }) => [by, ...(ended ? [ended.by] : [])]);
    const numbers = new Map<string, string>(
      await Promise.all(
        [...new Set(ids)].map(async (id): Promise<[string, string]> => {
          if (id === "operator") return [id, id];
          return [id, (await staff.member(id))?.member.workNumber ?? ""];
        }),
      ),
    );
    return all.map(({ grant: { by, ended, regions, ...grant }, ...who }) => ({
      ...who,
      ...grant,
      regions: regions.map(named),
      by: numbers.get(by) ?? "",
      ...(ended && { ended: { at: ended.at, by: numbers.get(ended.by) ?? "" } }),
    }));
  }

  const refuse = (c: Context<Env>, findings: Findings) => {
    const codes = findings.map(({ code }) => code);
    if (codes.includes("grant.changed-meanwhile")) return problem(c, "conflict", { findings: [...findings] });
    return problem(c, "refused", { findings: [...findings] });
  };

  return new Hono<Env>()
    .get(reviewGrants.path, async (c) => {
      const all = await grants.review(myRegions(c));
      return c.json({ today: dateOf(now()), grants: await shown(all) });
    })
    .post(appoint.path, accept(appoint), async (c) => {
      const by = { staffId: c.var.staff.member.staffId, regions: myRegions(c) };
      const appointed = await grants.appoint(by, c.req.valid("json"));
      if (!appointed.ok) return refuse(c, appointed.refusal);
      const [reply] = await shown([appointed.value]);
      return c.json(reply, 201);
    })
    .delete(endGrant.path, accept(endGrant), async (c) => {
      const { staff: staffId, role } = c.req.valid("param");
      const ended = await grants.end({ staffId: c.var.staff.member.staffId, regions: myRegions(c) }, staffId, role);
      if (ended.ok) return c.body(null, 204);
      // What is others' to end is not to be seen from here.
      const notMine = ended.refusal.some(({ code }) => code === "grant.none" || code === "grant.outside");
      return notMine ? problem(c, "not-found") : refuse(c, ended.refusal);
    })
    .get(listSessionsOf.path, accept(listSessionsOf), async (c) => {
      const { staff: staffId } = c.req.valid("param");
      if (!(await isMine(c, staffId))) return problem(c, "not-found");
      return c.json({ sessions: shownSessions(await staff.sessionsOf(staffId)) });
    })
    .delete(endSessionOf.path, accept(endSessionOf), async (c) => {
      const { staff: staffId, session } = c.req.valid("param");
      const ended = (await isWhollyMine(c, staffId)) && (await staff.endSession(staffId, session));
      return ended ? c.body(null, 204) : problem(c, "not-found");
    });
};
