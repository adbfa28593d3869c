import type { Refused } from "../../shared/staff-session/contract.ts";
import { both } from "./both.ts";

export const staffSignIn = both(
  {
    title: "工作人员登录",
    lead: "用单位的统一登录。要两重验证：密码以外，还要手机验证码、动态口令或者证书。",
    what: "这里看的是别人的参保记录。每次查看都会写下：谁、什么时候、为什么。本人看得到，也可以问为什么。",
    go: "去单位登录",
    resident: "您要查自己的参保？这一页是给工作人员的。",
    residentLink: "查我的参保",
  },
  {
    title: "Staff sign-in",
    lead: "You sign in with your agency. It takes two proofs: besides the password a code on your phone, a token or a certificate.",
    what: "Here you see other people's records. Every look is written down: who, when, why. The person can read it and ask why.",
    go: "Sign in with your agency",
    resident: "You want to see your own insurance? This page is for staff.",
    residentLink: "My insurance",
  },
);

type Why = `${Refused}.${"title" | "text"}`;

const says = {
  "no-grant.title": "您现在没有岗位",
  "no-grant.text":
    "单位的登录认得您，但这里没有给您岗位，或者岗位到期了、收回了。请把下面的人员码发给本单位的安全管理员，请他给您岗位，再来登录。",
  "one-factor.title": "还差一重验证",
  "one-factor.text":
    "这次只用了密码。请先在单位的登录里开通第二重验证（手机验证码、动态口令或者证书），再来登录。不会开通，请问本单位的信息部门。",
  "cancelled.title": "没有登录",
  "cancelled.text": "您在单位的登录页上停下了。要继续，请再按一次下面的按钮。",
  "expired.title": "登录超时了",
  "expired.text": "从这里出去登录，10分钟内要回来。请再按一次下面的按钮。",
  "untrusted.title": "这次登录没有通过核对",
  "untrusted.text": "单位的登录发来的证明，我们核对不上，所以没有让您进来。请再试一次；还是这样，请告诉本单位的信息部门。",
  "unavailable.title": "现在连不上单位的登录",
  "unavailable.text": "不是您的问题。请过几分钟再试；一直连不上，请告诉本单位的信息部门。",
  codeLabel: "人员码",
  copy: "复制人员码",
  copied: "已经复制",
  bye: "已经退出",
  byeText: "用的是公用电脑，请把浏览器也关掉。",
} satisfies Record<Why, string> & Record<string, string>;

export const staffSignInSays = both(says, {
  "no-grant.title": "You have no role here now",
  "no-grant.text":
    "Your agency knows you, but nobody has given you a role here, or it has ended. Send the staff code below to your security administrator, ask for a role, and sign in again.",
  "one-factor.title": "One more proof is missing",
  "one-factor.text":
    "This time you used your password only. First switch on a second proof in your agency's sign-in (a code on your phone, a token or a certificate), then come back. If you do not know how, ask your IT department.",
  "cancelled.title": "You are not signed in",
  "cancelled.text": "You stopped on your agency's page. To go on, press the button below once more.",
  "expired.title": "That took too long",
  "expired.text": "From here to your agency and back there are 10 minutes. Please press the button below once more.",
  "untrusted.title": "This sign-in could not be verified",
  "untrusted.text":
    "What your agency's sign-in sent does not check out, so we did not let you in. Please try again; if it happens again, tell your IT department.",
  "unavailable.title": "Your agency's sign-in cannot be reached now",
  "unavailable.text": "It is not your fault. Try again in a few minutes; if it goes on, tell your IT department.",
  codeLabel: "Staff code",
  copy: "Copy the staff code",
  copied: "Copied",
  bye: "You have signed out",
  byeText: "On a shared computer, close the browser too.",
});
