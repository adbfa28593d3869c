// What an agent reads out, word for word. The page sets it beside a seal 念 and in bold: everything else is for the agent alone.
import { both } from "./both.ts";

export const consoleAloud = both(
  {
    aloud: "念给来电人听",
    "aloud.begin": "为了保护您的信息，我先问您两个只有您本人清楚的问题。",
    "ask.name": "请说一下您的姓名，是哪几个字？",
    "ask.number": "请把您的身份证号码从头念一遍。",
    "ask.employer": "您最近一次参保，是在哪个单位？",
    "ask.last-paid": "您最近一次缴费，是哪一年哪一个月？",
    "ask.phone": "您登记的手机号，最后4位是什么？",
    "ask.county": "您是在哪个县、市或者区参保的？",
    "ask.code": "请把收到的6位数字念给我听。",
    "aloud.wrong": "这一项和登记的对不上，没关系，我们换一个问题。",
    "aloud.locked-before":
      "今天前面的电话里有两项没有对上。收得到验证码的话，我们就用验证码；收不到，我先给您讲政策，再安排下一步。",
    "aloud.locked":
      "有两项和登记的对不上。为了保护您的信息，今天在电话里我只能讲政策。这不是说您有什么问题，我现在就给您安排下一步。",
    "aloud.none": "您登记的信息太少，电话里没有办法核对。我讲政策，也可以给您留回电，或者约窗口当面核对。",
    "aloud.code": "我给您登记的手机发一条验证码。收到以后，请把6位数字念给我听。以后别人打来要验证码，请不要给。",
    "aloud.no-phone": "收不到验证码也没关系。能说的我现在就说；金额请到窗口看，我给您约时间。",
    "aloud.policy": "我先按政策给您讲清楚，不用查您的记录。",
    "aloud.callback": "我给您记下来，{date}以前有人打给您。您方便接哪个电话，什么时候方便？",
    "aloud.callback-open": "我给您记下来，会有人打给您。您方便接哪个电话，什么时候方便？",
    "aloud.desk": "您带上身份证，到窗口当面核对以后，什么都能查、都能办，没有手机也行。您哪一天方便？",
    "aloud.calling-back": "您好，这里是12333。您请我们回电，现在方便说话吗？",
    "aloud.kept": "记好了，工单号是{ticket}。下次打来报这个号，不用从头说。",
    "aloud.not-found": "按您说的，我这里没有找到登记。没找到不等于没有参保，也可能是我听错了。我再跟您对一遍。",
    "aloud.elsewhere": "您的登记不在我们这里，在{place}。请打{place}的12333，要加区号。政策上的问题，我现在就可以讲。",
    "aloud.outage": "我们的系统现在读不到登记库，这不表示您没有参保，您的记录和待遇都不受影响。我给您留回电，恢复了就打给您。",
    "aloud.end-open": "还有别的要问吗？您的工单号是{ticket}，答复以前随时打来，报这个号就行。",
    "aloud.end": "还有别的要问吗？请您给这次服务打个分：1分很不满意，5分很满意。",
    "aloud.other-line": "{topics}归{owner}管，请打{owner}。您刚才说的我记在工单里，归我们管的我来答。",
    "aloud.split": "您问的有几件事，我一件一件记，每一件都告诉您归谁答复。",
  },
  {
    aloud: "Read out to the caller",
    "aloud.begin": "To protect your data, I shall first ask you two things that only you know.",
    "ask.name": "What is your name, and with which characters is it written?",
    "ask.number": "Please read me the number of your identity card from the beginning.",
    "ask.employer": "With which employer were you last insured?",
    "ask.last-paid": "In which month of which year did you last pay?",
    "ask.phone": "What are the last four digits of your registered phone?",
    "ask.county": "In which county, city or district are you insured?",
    "ask.code": "Please read me the six digits.",
    "aloud.wrong": "That is not what is registered. Never mind, let us take another question.",
    "aloud.locked-before":
      "In an earlier call today two answers were not what is registered. If you can receive a code, we use that; if not, I explain the policy and arrange the next step.",
    "aloud.locked":
      "Two answers were not what is registered. To protect your data, I can only explain the policy by phone today. This does not mean that anything is wrong with you, and I shall arrange the next step right now.",
    "aloud.none":
      "Too little is registered to check by phone who you are. I can explain the policy, have you called back, or make an appointment at the desk.",
    "aloud.code":
      "I am sending a code to your registered phone. When it arrives, please read its six digits to me. If anybody calls you for a code, do not give it.",
    "aloud.no-phone":
      "It does not matter if you cannot receive a code. I shall tell you what I can now; amounts you can see at the desk, and I shall make you an appointment.",
    "aloud.policy": "Let me explain the policy first. I need not open your record for that.",
    "aloud.callback": "I am noting it, and somebody will call you by {date}. Which number suits you, and at what time?",
    "aloud.callback-open": "I am noting it, and somebody will call you. Which number suits you, and at what time?",
    "aloud.desk":
      "Bring your identity card to the desk. Once you are checked there, everything can be looked up and done, without a phone too. Which day suits you?",
    "aloud.calling-back": "Hello, this is 12333. You asked us to call back. Is this a good moment?",
    "aloud.kept": "It is noted as ticket {ticket}. Give this number next time, and you need not start again.",
    "aloud.not-found":
      "I find no registration by what you said. That does not mean that you are not insured; I may have misheard. Let us go through it once more.",
    "aloud.elsewhere":
      "Your registration is not with us but in {place}. Please call 12333 there, with the area code. What the policy says I can tell you now.",
    "aloud.outage":
      "Our system cannot read the register now. It does not mean that you are not insured; your record and benefits are not affected. I shall have you called back when it works.",
    "aloud.end-open":
      "Is there anything else? Your ticket is {ticket}: call any time before the answer comes, and give this number.",
    "aloud.end": "Is there anything else? How was this call for you, from 1, very bad, to 5, very good?",
    "aloud.other-line":
      "For {topics}, {owner} is in charge: please call {owner}. I note what you told me, and answer what is ours.",
    "aloud.split": "You asked several things. I note them one by one, and tell you for each who answers it.",
  },
);
