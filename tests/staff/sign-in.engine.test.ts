// Staff sign in: the real issuer of `npm start` on another site than the portal, from the first request to the session and its end.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openGrants } from "../../functions/staff/grants.ts";
import { staffIdOf as idAt } from "../../functions/staff/issuer.ts";
import { demoStaff } from "../../infra/local/issuer/people.ts";
import { instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from "../../shared/staff/session.ts";
import { withEngine } from "../support/around.ts";
import { atIssuer, localIssuer } from "../support/local-issuer.ts";
import { aBrowser, ORIGIN } from "../support/post.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";

const MINUTE = 60;
const engine = withEngine();
let local: Awaited<ReturnType<typeof localIssuer>>;
let staff: StartedStaff;
/** The issuer looks at the clock on the wall; ours runs along and may be moved on. */
let ahead = 0;

beforeAll(async () => {
  local = await localIssuer([ORIGIN]);
});
afterAll(async () => {
  await local?.stop();
});
beforeEach(() => {
  ahead = 0;
  const clock = () => instantAt(Date.now() + ahead * 1000);
  staff = startStaff({ client: engine.client, clock, issuer: local.issuer });
});

const idOf = (subject: string) => idAt(local.address, subject);
const grants = () => openGrants({ client: engine.client, staff: staff.staff, isPlace: async () => true, now: staff.now });
const appoint = async (subject: string, role: "agent" | "handler" = "agent", days = 30) => {
  const who = { staffId: idOf(subject), workNumber: subject, name: "测试", agency: "测试县社保中心" };
  const done = await grants().appoint("operator", { ...who, role, regions: [HOME], until: plusDays(staff.today(), days) });
  if (!done.ok) throw new Error(done.refusal[0]!.code);
};

/** To the issuer, through its pages, and to the address that it sends the browser back to. */
async function toCallback(browser: ReturnType<typeof aBrowser>, subject: string, code?: string, from = "/staff/session/start") {
  const start = await browser.get(from);
  expect(start.status).toBe(302);
  const way = new URL(start.headers.get("location")!);
  const go = atIssuer(local.address);
  const who = await go(way.href);
  const { html, at, left } = await go(who.at, { person: subject });
  if (left) return left;
  const shown = /<output id="shown">(\d{6})</.exec(html)![1]!;
  const typed = await go(at, { code: code ?? shown });
  return typed.left ?? expect.fail(typed.html);
}
const callback = async (browser: ReturnType<typeof aBrowser>, back: URL) => {
  const answer = await browser.get(back.pathname.slice("/api".length) + back.search);
  const html = await answer.text();
  return { status: answer.status, to: /url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&"), html };
};

describe("somebody with a grant and a second factor", () => {
  test("comes in, is known by work number, roles and regions, and goes again", async () => {
    await appoint("agent-1");
    const browser = aBrowser(staff.app);
    const back = await toCallback(browser, "agent-1", undefined, "/staff/session/start?return=%2Fen%2Fstaff%2Fconsole");
    expect(back.origin).toBe(ORIGIN);
    const { status, to } = await callback(browser, back);
    expect([status, to]).toEqual([200, "/en/staff/console"]);
    expect([...browser.cookies.keys()]).toEqual(["__Host-staff"]); // what the way needed is gone

    const here = await (await browser.get("/staff/session")).json();
    expect(here).toMatchObject({ workNumber: "agent-1", idleMinutes: 30, grants: [{ role: "agent" }] });
    expect((await browser.del("/staff/session")).status).toBe(204);
    expect((await browser.get("/staff/session")).status).toBe(401);
  });

  test("leaves by an address that tells the issuer what it must know, and a cookie that tells nobody anything", async () => {
    const start = await aBrowser(staff.app).get("/staff/session/start");
    const way = new URL(start.headers.get("location")!);
    expect(way.origin).toBe(local.address);
    expect(Object.fromEntries(way.searchParams)).toMatchObject({
      response_type: "code",
      scope: "openid",
      code_challenge_method: "S256",
      prompt: "login",
      redirect_uri: `${ORIGIN}/api/staff/session/callback`,
    });
    const [cookie = ""] = start.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-issuer=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const value = Buffer.from(/=([\w-]+);/.exec(cookie)![1]!, "base64url").toString("latin1");
    for (const name of ["state", "nonce"]) expect(value).not.toContain(way.searchParams.get(name));
  });

  test("may see their sessions and end another one; the one that is ended is over at once", async () => {
    await appoint("agent-2");
    const [here, there] = [aBrowser(staff.app), aBrowser(staff.app)];
    for (const browser of [here, there]) await callback(browser, await toCallback(browser, "agent-2"));
    const { sessions } = await (await here.get("/staff/sessions")).json();
    expect(sessions.map((one: { here: boolean }) => one.here).sort()).toEqual([false, true]);
    const other = sessions.find((one: { here: boolean }) => !one.here);
    expect((await here.del(`/staff/sessions/${other.sessionId}`)).status).toBe(204);
    expect([(await there.get("/staff/session")).status, (await here.get("/staff/session")).status]).toEqual([401, 200]);
  });

  test("is asked again after half an hour without a sign of life, and after twelve hours in any case", async () => {
    const { browser } = { browser: await staff.as("agent") };
    ahead += STAFF_IDLE_MINUTES * MINUTE - 1;
    expect((await browser.get("/staff/session")).status).toBe(200);
    ahead += STAFF_IDLE_MINUTES * MINUTE;
    expect((await browser.get("/staff/session")).status).toBe(401);

    const busy = await staff.as("agent");
    for (let minutes = 0; minutes < STAFF_SESSION_HOURS * 60; minutes += 20) {
      expect((await busy.get("/staff/session")).status).toBe(200);
      ahead += 20 * MINUTE;
    }
    expect((await busy.get("/staff/session")).status).toBe(401);
  });

  test("whose grant ends in the middle of a session is out at the next request, and is told why at the next sign-in", async () => {
    await appoint("handler-1", "handler");
    const browser = aBrowser(staff.app);
    await callback(browser, await toCallback(browser, "handler-1"));
    expect((await browser.get("/staff/session")).status).toBe(200);
    await grants().end("operator", idOf("handler-1"), "handler");
    expect((await browser.get("/staff/session")).status).toBe(401);
    const { to } = await callback(browser, await toCallback(browser, "handler-1"));
    expect(to).toContain("because=no-grant");
  });
});

describe("is not let in, and reads why", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));

  test("who has no grant: with the code by which a security administrator can appoint them", async () => {
    const browser = aBrowser(staff.app);
    const { to } = await callback(browser, await toCallback(browser, "nobody-1"));
    expect(to).toBe(`/staff/sign-in?because=no-grant&return=%2Fstaff#${idOf("nobody-1")}`);
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test("who has no second factor, whatever they may do here", async () => {
    const { subject } = demoStaff.find(({ secondFactor }) => !secondFactor)!;
    await appoint(subject);
    const browser = aBrowser(staff.app);
    const { to } = await callback(browser, await toCallback(browser, subject));
    expect(to).toContain("because=one-factor");
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test("who types a wrong code stays at the issuer's", async () => {
    await expect(toCallback(aBrowser(staff.app), "agent-1", "no code")).rejects.toThrow("不对，请再填一次");
  });

  test("who comes back without the cookie, with a changed one, or after ten minutes", async () => {
    await appoint("agent-1");
    const without = aBrowser(staff.app);
    const back = await toCallback(without, "agent-1");
    const cookie = without.cookies.get("__Host-issuer")!;
    const changed = `${cookie.slice(0, -2)}${cookie.endsWith("AA") ? "BB" : "AA"}`;
    for (const value of ["", changed, "A".repeat(200)]) {
      without.cookies.set("__Host-issuer", value);
      expect((await callback(without, back)).to).toContain("because=expired");
    }
    ahead += 10 * MINUTE;
    without.cookies.set("__Host-issuer", cookie);
    expect((await callback(without, back)).to).toContain("because=expired");
  });

  test("who brings somebody else's answer: the state is another one", async () => {
    const [victim, thief] = [aBrowser(staff.app), aBrowser(staff.app)];
    const stolen = await toCallback(thief, "agent-1");
    await victim.get("/staff/session/start");
    expect((await callback(victim, stolen)).to).toContain("because=untrusted");
    expect(victim.cookies.has("__Host-staff")).toBe(false);
  });

  test("who uses a code a second time", async () => {
    await appoint("agent-1");
    const browser = aBrowser(staff.app);
    const back = await toCallback(browser, "agent-1");
    const cookie = browser.cookies.get("__Host-issuer")!;
    expect((await callback(browser, back)).to).toBe("/staff");
    const again = aBrowser(staff.app);
    again.cookies.set("__Host-issuer", cookie);
    expect((await callback(again, back)).to).toContain("because=expired");
  });

  test("who gave up at the issuer's", async () => {
    const browser = aBrowser(staff.app);
    const start = await browser.get("/staff/session/start");
    const state = new URL(start.headers.get("location")!).searchParams.get("state")!;
    const back = new URL(`${ORIGIN}/api/staff/session/callback?error=access_denied&state=${state}&iss=${local.address}`);
    expect((await callback(browser, back)).to).toContain("because=cancelled");
  });

  test("anybody, while the issuer cannot be reached: that is said, and is nobody's fault", async () => {
    const alone = startStaff({ client: engine.client });
    const { status, to } = await callback(aBrowser(alone.app), new URL(`${ORIGIN}/api/staff/session/start`));
    expect([status, to]).toEqual([200, "/staff/sign-in?because=unavailable&return=%2Fstaff"]);
  });

  test.each(["https://evil.example", "//evil.example", "/check", "/staff/../check", "/staff\\evil"])(
    "nobody is sent on to %s afterwards",
    async (path) => {
      const answer = await aBrowser(staff.app).get(`/staff/session/start?return=${encodeURIComponent(path)}`);
      expect(answer.status).toBe(400);
    },
  );
});
