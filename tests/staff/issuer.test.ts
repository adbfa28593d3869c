// What the portal believes of an issuer's word: all that may be wrong with a token, one by one.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasSecondFactor } from "../../functions/staff/factors.ts";
import { staffIdOf } from "../../functions/staff/issuer.ts";
import { openTransaction, sealTransaction } from "../../functions/staff/transaction.ts";
import { ISSUER_DEMANDS_IT } from "../../shared/staff/session.ts";
import { fakeIssuer, type Lie } from "../support/fake-issuer.ts";

let issuer: Awaited<ReturnType<typeof fakeIssuer>>;
beforeAll(async () => {
  issuer = await fakeIssuer();
});
afterAll(() => issuer.stop());

const redirectUri = "https://canbaotong.test/api/staff/session/callback";
const known = { state: "the state", nonce: "the nonce", verifier: "v".repeat(43) };
const nowSeconds = () => Math.floor(Date.now() / 1000);

async function comes(lie: Lie, search = "?code=c&state=the%20state", factors = "mfa") {
  issuer.says(lie, known.nonce);
  const came = await issuer.portal(factors).whoCame({ ...known, redirectUri, search });
  return came.ok ? came.value : came.refusal.because;
}

test("who says the truth is known by issuer and subject", async () => {
  expect(await comes({})).toBe(staffIdOf(issuer.address, "somebody"));
  expect(await comes({ claims: { sub: "somebody else" } })).toBe(staffIdOf(issuer.address, "somebody else"));
  expect(staffIdOf("https://a.example", "x")).not.toBe(staffIdOf("https://b.example", "x"));
});

describe("is not believed: a token", () => {
  const lies: { when: string; lie: Lie }[] = [
    { when: "of another issuer", lie: { claims: { iss: "https://evil.example" } } },
    { when: "for another portal", lie: { claims: { aud: "another" } } },
    { when: "that has expired", lie: { claims: { exp: nowSeconds() - 120, iat: nowSeconds() - 600 } } },
    { when: "of the future", lie: { claims: { iat: nowSeconds() + 3600, nbf: nowSeconds() + 3600 } } },
    { when: "for another sign-in", lie: { claims: { nonce: "another" } } },
    { when: "without a nonce", lie: { claims: { nonce: undefined } } },
    { when: "without a subject", lie: { claims: { sub: undefined } } },
    { when: "signed by others", lie: { by: "others" } },
    { when: "that nobody signed", lie: { by: "none" } },
    { when: "that does not say when somebody signed in", lie: { claims: { auth_time: undefined } } },
    { when: "of who signed in this morning", lie: { claims: { auth_time: nowSeconds() - 7200 } } },
    { when: "of an issuer that calls itself by another name", lie: { metadata: { issuer: "https://evil.example" } } },
  ];
  test.each(lies)("$when", async ({ lie }) => {
    expect(await comes(lie)).toBe("untrusted");
  });
  test("that came with another state", async () => {
    expect(await comes({}, "?code=c&state=another")).toBe("untrusted");
  });
});

test("who used one factor only is told so, and not called a liar", async () => {
  expect(await comes({ claims: { amr: ["pwd"] } })).toBe("one-factor");
  expect(await comes({ claims: { amr: undefined, acr: "mfa" } })).toBe(staffIdOf(issuer.address, "somebody"));
});

test.each([
  { claims: { amr: ["pwd", "otp"] }, wanted: "mfa, otp", enough: true },
  { claims: { amr: ["pwd"] }, wanted: "mfa,otp", enough: false },
  { claims: { acr: "https://refeds.org/profile/mfa" }, wanted: "https://refeds.org/profile/mfa", enough: true },
  { claims: { amr: "mfa" }, wanted: "mfa", enough: false }, // no list
  { claims: { acr: 0 }, wanted: "0", enough: false },
  { claims: { acr: "" }, wanted: ",", enough: false },
  { claims: {}, wanted: ISSUER_DEMANDS_IT, enough: true },
])("$claims where $wanted is wanted: $enough", ({ claims, wanted, enough }) => {
  expect(hasSecondFactor(claims, wanted)).toBe(enough);
});

describe("what travels in the cookie", () => {
  const secret = "a secret of thirty-two characters, or more";
  const transaction = { ...known, path: "/staff", until: 1000 };
  const sealed = sealTransaction(transaction, secret);

  test("comes back as it went, until its time is over", () => {
    expect(openTransaction(sealed, secret, 999)).toEqual(transaction);
    expect(openTransaction(sealed, secret, 1000)).toBeUndefined();
  });
  test("is read by nobody else, and never the same twice", () => {
    expect(openTransaction(sealed, `${secret}!`, 999)).toBeUndefined();
    expect(sealTransaction(transaction, secret)).not.toBe(sealed);
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("state");
  });
  test("is nothing when any byte of it is another one, or missing", () => {
    const bytes = Buffer.from(sealed, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(openTransaction(changed.toString("base64url"), secret, 999)).toBeUndefined();
      expect(openTransaction(bytes.subarray(0, at).toString("base64url"), secret, 999)).toBeUndefined();
    }
  });
});
