// Who somebody is, says the issuer: OpenID Connect, authorization code with PKCE. openid-client checks state, nonce, issuer, audience,
// expiry and the age of the sign-in; the signature too, although the token comes over TLS: whoever gets between shall gain nothing.
import { createHash } from "node:crypto";
import type { Configuration } from "openid-client";
import * as v from "valibot";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import type { Refused } from "../../shared/staff-session/contract.ts";
import { hasSecondFactor } from "./factors.ts";

/** A confidential client's. It is also what the cookie of a sign-in is sealed with, hence the length. */
export const IssuerSecret = v.object({ clientSecret: v.pipe(v.string(), v.minLength(32)) });
export type IssuerSecret = v.InferOutput<typeof IssuerSecret>;

type Options = { issuer: string; clientId: string; factors: string; secret(): Promise<IssuerSecret> };
type Asked = { redirectUri: string; state: string; nonce: string; verifier: string; english: boolean };
type Back = Pick<Asked, "redirectUri" | "state" | "nonce" | "verifier"> & { search: string };
type NotIn = { because: Refused; error?: unknown };

const KNOWN_MS = 3_600_000; // where the issuer's addresses are; its keys are asked for anew by the library
const PATIENCE_SECONDS = 4; // for each of the three calls to the issuer; the function itself gives up after ten
/** Somebody who only comes back to an unlocked screen has to prove anew who they are. */
const SIGNED_IN_SECONDS = 600;
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;

/** Names somebody by who vouches for them and as whom. */
export const staffIdOf = (issuer: string, subject: string): StaffId =>
  v.parse(StaffId, createHash("sha256").update(`${issuer}\n${subject}`).digest().subarray(0, 16).toString("base64url"));

export type Issuer = ReturnType<typeof openIssuer>;

export function openIssuer({ issuer, clientId, factors, secret }: Options) {
  let known: { at: number; under: string; configuration: Promise<Configuration> } | undefined;
  const library = () => import("openid-client");

  async function configured(): Promise<Configuration> {
    const { clientSecret } = await secret();
    if (known && known.under === clientSecret && performance.now() - known.at < KNOWN_MS) return known.configuration;
    const found = discover(clientSecret);
    known = { at: performance.now(), under: clientSecret, configuration: found };
    found.catch(() => {
      known = undefined; // whoever comes next asks again
    });
    return found;
  }

  async function discover(clientSecret: string): Promise<Configuration> {
    const { allowInsecureRequests, ClientSecretBasic, discovery, enableNonRepudiationChecks } = await library();
    const execute = [enableNonRepudiationChecks, ...(LOOPBACK.test(issuer) ? [allowInsecureRequests] : [])];
    return discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
      execute,
      timeout: PATIENCE_SECONDS,
    });
  }

  return {
    secret,

    /** The issuer's address for one sign-in. Throws where the issuer cannot be reached. */
    async wayThere({ redirectUri, state, nonce, verifier, english }: Asked): Promise<URL> {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
      return buildAuthorizationUrl(await configured(), {
        redirect_uri: redirectUri,
        scope: "openid",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        prompt: "login",
        max_age: String(SIGNED_IN_SECONDS),
        ui_locales: english ? "en" : "zh-CN",
      });
    },

    /** Who came back, or why that is not good enough. */
    async whoCame({ redirectUri, search, state, nonce, verifier }: Back): Promise<Result<StaffId, NotIn>> {
      const { authorizationCodeGrant } = await library();
      try {
        const came = await authorizationCodeGrant(await configured(), new URL(`${redirectUri}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          maxAge: SIGNED_IN_SECONDS,
          idTokenExpected: true,
        });
        const claims = came.claims();
        if (!claims) return refused({ because: "untrusted" });
        if (!hasSecondFactor(claims, factors)) return refused({ because: "one-factor" });
        return accepted(staffIdOf(issuer, claims.sub));
      } catch (error) {
        return refused({ because: reasonOf(error), error });
      }
    },
  };
}

const CANCELLED = ["access_denied", "login_required", "interaction_required", "consent_required"];

/** In words for the person; the log gets the error's name. What is neither theirs nor an outage is not to be trusted. */
function reasonOf(error: unknown): Refused {
  if (!(error instanceof Error)) return "untrusted";
  const said = "error" in error ? String(error.error) : "";
  if (CANCELLED.includes(said)) return "cancelled";
  if (said === "invalid_grant") return "expired"; // the code was used before, or is too old
  if (["temporarily_unavailable", "server_error"].includes(said)) return "unavailable";
  const code = "code" in error ? String(error.code) : "";
  const isOut =
    error.message === "fetch failed" || ["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM"].includes(code);
  return isOut ? "unavailable" : "untrusted";
}
