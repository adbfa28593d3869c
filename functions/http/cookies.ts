import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { CODE_LIFE_MINUTES, DEVICE_DAYS } from "../../shared/session/rules.ts";
import { ISSUER_MINUTES } from "../../shared/staff/session.ts";

// Every cookie of ours is an opaque random token, out of reach for scripts, for this host alone.
// `session` comes from our own pages only. `ask` may come along when somebody returns by a link: it lives for ten minutes and
// opens nothing without a code. `device` remembers that this browser once signed in completely. `staff` is the session of who works here.
const cookies = {
  session: { sameSite: "Strict" },
  ask: { sameSite: "Lax", maxAge: CODE_LIFE_MINUTES * 60 },
  device: { sameSite: "Strict", maxAge: DEVICE_DAYS * 86_400 },
  staff: { sameSite: "Strict" },
  // Comes back with somebody whom the issuer, another site, sends back; sealed (functions/staff/transaction.ts).
  issuer: { sameSite: "Lax", maxAge: ISSUER_MINUTES * 60 },
} as const;
type CookieName = keyof typeof cookies;

const always = { prefix: "host", path: "/", secure: true, httpOnly: true } as const;
const TOKEN = /^[\w-]{43}$/;
const SEALED = /^[\w-]{44,1500}$/;

/** What cannot be a token of ours is as good as none. */
export function tokenIn(c: Context, name: CookieName): string | undefined {
  const value = getCookie(c, name, "host");
  return value && TOKEN.test(value) ? value : undefined;
}

export function sealedIn(c: Context, name: "issuer"): string | undefined {
  const value = getCookie(c, name, "host");
  return value && SEALED.test(value) ? value : undefined;
}

export const giveToken = (c: Context, name: CookieName, token: string) =>
  setCookie(c, name, token, { ...always, ...cookies[name] });

export const takeToken = (c: Context, name: CookieName) => deleteCookie(c, name, { ...always, sameSite: cookies[name].sameSite });
