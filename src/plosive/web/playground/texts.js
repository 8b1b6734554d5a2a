// Texts to begin with, and a sentence for each language.

export const HELLO =
  "Hello. This server starts to speak before its text is complete. A sentence is heard as soon as its last word is here. " +
  "Press Interrupt in the middle of one, and the voice falls silent at once.";

export const STARTS = {
  Hello: HELLO,
  "An answer in Markdown": `## How to brew coffee

Use **15 g of coffee** for *250 ml* of water:

1. Heat the water to 93 °C.
2. Wet the grounds, and wait for \`30 s\`.
3. Pour the rest slowly. It takes about 2.5 minutes.

The [Specialty Coffee Association](https://sca.coffee) says more.`,
  "A phone agent":
    "Thanks for calling, this is the front desk. I found your booking for Dr. Smith on Tuesday, the 3rd of March, at 2:30 p.m. " +
    "Shall I send the confirmation to (212) 555-0123, or do you want to change it?",
  Numbers:
    "In 2026 the ticket costs $14.50, which is 3.2 % more than in the 1990s. Version 2.11 comes on 2026-11-21 at 08:05. " +
    "It weighs 1,250 kg, and 1/3 of it is steel.",
};

export const SENTENCES = {
  ar: "مرحبا، هكذا يبدو صوتي.", bg: "Здравейте, така звучи гласът ми.", bn: "নমস্কার, আমার কণ্ঠ এমন শোনায়।",
  ca: "Hola, així sona la meva veu.", cmn: "你好，这就是我的声音。", cs: "Dobrý den, takhle zní můj hlas.",
  da: "Hej, sådan lyder min stemme.", de: "Guten Tag, so klingt meine Stimme.", el: "Γεια σας, έτσι ακούγεται η φωνή μου.",
  en: "Hello, this is how I sound.", es: "Hola, así suena mi voz.", et: "Tere, selline on minu hääl.",
  fa: "سلام، صدای من این‌گونه است.", fi: "Hei, tältä ääneni kuulostaa.", fr: "Bonjour, voici ma voix.",
  he: "שלום, כך נשמע הקול שלי.", hi: "नमस्ते, मेरी आवाज़ ऐसी है।", hu: "Jó napot, így szól a hangom.",
  id: "Halo, seperti inilah suara saya.", it: "Ciao, questa è la mia voce.", ja: "こんにちは、これが私の声です。",
  ko: "안녕하세요, 제 목소리입니다.", nb: "Hei, slik høres stemmen min ut.", nl: "Hallo, zo klinkt mijn stem.",
  pl: "Dzień dobry, tak brzmi mój głos.", pt: "Olá, é assim que a minha voz soa.", ro: "Bună ziua, așa sună vocea mea.",
  ru: "Здравствуйте, так звучит мой голос.", sv: "Hej, så här låter min röst.", sw: "Habari, hii ndiyo sauti yangu.",
  tr: "Merhaba, sesim böyle duyuluyor.", uk: "Добрий день, так звучить мій голос.", vi: "Xin chào, giọng của tôi như thế này.",
  zh: "你好，这就是我的声音。",
};

/** A sentence in a language, or in English. */
export const sentence = (language) => SENTENCES[(language ?? "en").split("-")[0]] ?? SENTENCES.en;
