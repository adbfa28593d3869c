// The issuer of `npm start`, on its own address, and a browser that goes there and back by hand: cookies by site, redirects, pages.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSecret } from "../../functions/secrets.ts";
import { IssuerSecret, openIssuer } from "../../functions/staff/issuer.ts";
import { startIssuer } from "../../infra/local/issuer/issuer.ts";

export async function localIssuer(origins: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "issuer-"));
  const { address, environment, stop } = await startIssuer(folder, origins);
  process.env["ISSUER_SECRET_FILE"] = environment["ISSUER_SECRET_FILE"];
  return {
    address,
    issuer: openIssuer({
      issuer: address,
      clientId: environment["STAFF_CLIENT_ID"]!,
      factors: environment["STAFF_ACR"]!,
      secret: openSecret("issuer", IssuerSecret),
    }),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A browser at the issuer's: it keeps that site's cookies and follows its redirects, until one leads elsewhere. */
export function atIssuer(address: string) {
  const cookies = new Map<string, string>();
  return async function go(url: string, form?: Record<string, string>): Promise<{ left?: URL; html: string; at: string }> {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (!location) return { html: await answer.text(), at: url };
    const next = new URL(location, url);
    return next.origin === new URL(address).origin ? go(next.href) : { left: next, html: "", at: url };
  };
}
