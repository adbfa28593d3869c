// An OpenID Connect issuer for this machine: oidc-provider with pages of ours. Loaded when somebody first signs in.
import { generateKeyPairSync, randomInt } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider, { type Context } from "oidc-provider";
import { InMemory } from "./memory.ts";
import { codePage, lostPage, whoPage } from "./pages.ts";
import { demoStaff } from "./people.ts";

export type Client = { id: string; secret: string; redirectUris: readonly string[] };

const SECONDS = 600;
const newCode = () => String(randomInt(1_000_000)).padStart(6, "0");

export function openProvider(issuer: string, client: Client): RequestListener {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: client.redirectUris,
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: "ES256",
      },
    ],
    adapter: InMemory,
    jwks: { keys: [newKey()] },
    cookies: { keys: [crypto.randomUUID()], long: { signed: true }, short: { signed: true } },
    claims: { openid: ["sub", "acr", "amr"] },
    scopes: ["openid"],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    conformIdTokenClaims: false,
    ttl: {
      AuthorizationCode: 60,
      IdToken: SECONDS,
      Interaction: SECONDS,
      Session: SECONDS,
      Grant: SECONDS,
      AccessToken: SECONDS,
    },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: Context, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    // Who works here was asked long ago whether the portal may know who they are.
    loadExistingGrant: async ({ oidc: { client: known, session } }: Context) => {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: known.clientId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });

  const codes = new Map<string, { person: string; code: string }>();

  async function interaction(request: IncomingMessage, response: ServerResponse) {
    const { uid } = await provider.interactionDetails(request, response);
    const page = (html: string) =>
      void response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(html);
    if (request.method !== "POST") return page(whoPage(demoStaff));

    const typed = new URLSearchParams(await text(request));
    const person = demoStaff.find(({ subject }) => subject === typed.get("person"));
    if (person?.secondFactor) {
      const code = newCode();
      codes.set(uid, { person: person.subject, code });
      return page(codePage(code, false));
    }
    if (person)
      return provider.interactionFinished(request, response, {
        login: { accountId: person.subject, acr: "password", amr: ["pwd"] },
      });

    const asked = codes.get(uid);
    if (!asked) return page(whoPage(demoStaff));
    if (typed.get("code")?.replace(/\s/g, "") !== asked.code) return page(codePage(asked.code, true));
    codes.delete(uid);
    const login = { accountId: asked.person, acr: "mfa", amr: ["pwd", "otp", "mfa"] };
    return provider.interactionFinished(request, response, { login });
  }

  const otherwise = provider.callback();
  return (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void otherwise(request, response);
    interaction(request, response).catch(() => {
      response.writeHead(400, { "content-type": "text/html; charset=utf-8" }).end(lostPage());
    });
  };
}

function newKey() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256" };
}
