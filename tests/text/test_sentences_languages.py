"""Sentence ends in assistants' answers, by language: abbreviations, times, quotes, lists, special cases."""

import pytest

from plosive.text.sentences.splitter import SentenceSplitter
from text.text_cuts import split

# "|" is where a segment must end; there must be no other end.
ANSWERS = {
    "en": [
        "It costs Rs. 300 or ca. 40 dollars, est. 1966, by Lake Corp. & Co. of Rte. 5. |Sens. Dale and Poe agreed.",
        "We did 40 mph. |2 cars passed. |It took 6 ft. 2 in. of rope. |He ate a fig. |4 were left. |It is an est. 500 people.",
        "It fixes crashes.|Restart the app now. |Use math.Max here, or Booking.Com there, or obj.Then(x).",
        "She lives on Olive St. |The park is near. |Then Dr. Will came. |I met Sr. Lopez on Main St. Tuesday.",
        "No. |See No. 5. |Ask tel. +44 20 for it. |I said no. |Go.",
        "It starts at 9 a.m. |Bring your laptop. |Meet me at 9 a.m. Monday or at 10 a.m. EST.",
        "At 5 a.m. Mr. Hill left. |He is back.",
        "We sat in the sun. |Birds sang. |Do one more rep. |Rest. |I saw Sen. Dale on Sat. at noon.",
        "It is on Sam Ross Jr. Blvd. in town. |I met Sam Ross Jr. |Birds sang. |So 5! = 120 is true. |Yes.",
        "Option A. |Option B. |I got an A. |Mary got a B.",
        "It's approx. 10 km. |See vol. II and Fig. B for more. |It took 2 hrs. |Effort: low.",
        "Model No. XK-900 is sold. |He said no. |B2B grew. |They said no. |A4 is fine. |See no. |Then go.",
        "The steps: 1. Boil the water. |2. Add the pasta.",
        "Steps: 1. Boil water 2. Add pasta 3. Stir",
        "1.2. Overview of the method. |It works.",
        "Sky is blue.[1] |Grass is green.[2][3] |Water is wet.² |Yes.",
        "Sounds good! 😊 |Let me know. 🎉🎉 |Bye!😊 |ok.",
        "Sure!|Here's how. |Look at https://a.example/?Q=Foo! |Thanks.",
        "Three tips:\n|1. Drink\n|2. Sleep\n|- Walk",
        "Nice! |iPhones are dear. |iPads, too.",
        "Hello world.|This is it. |It costs 1,000.|That is a lot. |See foo.Bar, Node.js, obj.Then(x) and U.S.A. maps.",
        "“Go!” |“No!” |They left.",
        "Smith et al. (2020) found it. |So 3² is 9 and 4². |Then 5².",
    ],
    "de": [
        "Am Di. 12.3. um 9 Uhr. |Sa. 10–14 Uhr. |Das ist so. |Nach 30 Min. Fahrt inkl. 19 % MwSt. |Zahlen Sie bar?",
        "Lindenstr. 7, 2. OG links.",
        "In der 112. Minute fiel ein Tor. |Es waren 112. |Dann kam das Ende. |Im Jahr 2010. |Danach nichts.",
        "Hauptstr. 5, Hausnr. 7 und Goethestr. 9. |Die Str. ist lang. |Nach 2 Std. Fahrt kam u. a. Hr. Lang.",
        "Am 5. Mai 2024. |Danach wurde es ruhig. |Heute ist der 12. |Morgen ist Freitag.",
        "Die Stadt hat ca. 1,2 Mio. Einwohner. |Das dauert 2 Std. Fahrtzeit. |Gut.",
        "Müller & Co. KG, Goethestr. 12, gem. § 3 BGB. |Dipl.-Ing. Weber leitet sie.",
        "Cäsar starb 44 v. Chr. in Rom. |Er lebte um 500 n. Chr. |Danach nichts.",
        "Ludwig XIV. war König. |Das ist Plan B. |Plan A war besser.",
        "Nimm z. B. Äpfel, d. h. Obst usw. |Max. 5 Stück. |Das ist die Art. |Manche mögen sie.",
    ],
    "fr": [
        "J.-J. Rousseau est mort. |Rome fut fondée en 753 av. J.-C. |C'est loin.",
        "Il y en a sept. |Marie en a huit. |C'est de l'art. |Picasso le savait.",
        "Il mesure 1,75 m. |Marie y va. |Il en a. |Paul aussi. |Voir l'art. L. 121-1 du code.",
        "Génial !|Voici un exemple. |« Allons-y ! » cria Anne. |Bien.",
    ],
    "es": [
        "Llega a las 9 a. m. |Vienen juntos. |Murió en el 44 a. C. en Roma. |Nació en el 44 a. C. |Vivió poco.",
        "Vamos al mar. |Nadamos mucho. |Aprox. 5 km. |Mide 1,75 m. |Pesa 70 kg. |Bien.",
        "¡Hola!|¿Qué tal? |Es la vitamina D. |Tomar el sol ayuda. |Vive en EE. UU. |Le gusta.",
        "Son 20 euros, IVA incl. |Llame mañana.",
    ],
    "it": [
        "Usa l'app. |Funziona bene. |Ca. 2 milioni. |È alto 1,80 m. |Sta bene.",
        "La sig.ra Neri arriva. |È la vitamina C. |Fa bene. |Papa Giovanni Paolo II. |Morì nel 2005.",
    ],
    "pt": [
        "Moro no ap. 45, na Av. Brasil. |Espere 5 min. |Depois volte.",
        "Vamos ao mar. |Nadamos muito. |Sim, é. |Maria sabe. |Aprox. 5 km. |Mede 1,75 m. |Pesa 70 kg.",
        "Morreu em 44 a.C. em Roma. |Chegou às 5 p.m. |Maria já estava lá.",
    ],
    "nl": [
        "Op ma. 5 mei, op 1 jan. 2024. |Dat is zo. |Toen ging hij. |Ja ma. |Ik kom.",
        "Dat is aan u. |Succes! |Dat is van mij. |Jan weet het. |Max. 5 personen. |Meer niet.",
        "Het is koud. |'s Avonds vriest het. |Hij is 1,60 m. |Oké?",
    ],
    "pl": [
        "Patrz rozdz. 5, przy al. Jana i os. Leśne. |Było 5 os. |Nowak przyszedł po 2 godz. 30 min. |Dobrze.",
        "Urodził się w 1998 r. |Mieszka w Krakowie. |W maju 2010 r. Nowak wyjechał. |Wrócił.",
        "„Idziesz?” – zapytała. |„Tak” – powiedział. |„Tak.” |„Nie.”",
        "OK. |Zaczynajmy. |Miałem sen. |Daj im. |Niech mają. |Mieszka przy ul. Długiej, bl. 5, m. 3.",
    ],
    "ru": [
        "Звоните по тел. +7 900. |Цена 50 руб. 20 коп. за штуку. |Рост 180 см. |Вес 70. |См. рис. 5.",
        "Он родился в 1998 г. |Учился в Москве. |В мае 2010 г. Петров уехал. |Вернулся.",
        "Он жил в XIX в. |Россия изменилась. |Варите рис. |Добавьте соль. |Это я. |Иван тоже.",
        "Рост 1,75 м. |Вес 70 кг. |Цена 500 руб. |Итого 600 руб. |Ждали 20 мин. |Поезд пришёл.",
        "Отлично.|Дальше проще. |Он живёт на ул.Ленина. |См. стр. 42 и т. д. |Всё.",
    ],
    "uk": ["Народився в 1998 р. |Навчався в Києві. |Це т. зв. ШІ. |Це я. |Іван теж.", "Груші і т. д. |Потім змішайте."],
    "sv": [
        "Vi ses den 12 maj. |Ring 08-555 123 45. |På tis. 5 mars, den 3 jan. 2024. |Fr. Holm kom.",
        "Kom kl. 14, s. 5. |Det är hon. |Bra.",
        "Det är hon. |Anna heter hon. |Öppna en fil. |Klicka här. |Det kostar 3,50 kr. |Frakten är gratis.",
        "– Kommer du? frågade hon. |– Ja, sa han. |Ta t. ex. Äpplen.",
    ],
    "da": ["Det koster 3,50 kr. |Fragten er gratis. |Chr. 4. var konge. |Godt."],
    "tr": [
        "Salı ve pzt. 10.00'da, 15 Oca. 2023'te. |Beni ara. |5 dakika sonra gel. |O, 2. Dünya Savaşı'nda öldü.",
        "Bunu yapan sen. |Harika! |Bkz. şek. 3. |Atatürk Cad. No. 5'te oturuyor. |Boyu 1,75 m. |Kilosu 70 kg."],
    "hu": ["„Jössz?” – kérdezte. |„Igen” – mondta."],
    "el": ["Ξεκινά στις 9 π.μ. |Ελάτε. |«Έρχεσαι;» ρώτησε. |«Ναι», είπε. |Πέθανε το 44 π.Χ. στη Ρώμη."],
    "id": [
        "Hubungi telp. 555 atau tgl. 5. |Ya.",
        "Ia tinggal di Jl. Sudirman No. 5. |PT. Maju Jaya besar. |Ambil apel, dll. |Lalu aduk."],
    "vi": ["Táo, lê, v.v. |Sau đó trộn đều. |Dạ vâng ạ. |Tôi sống ở TP. Huế."],
    "hi": [
        "ए. पी. जे. अब्दुल कलाम आए। |वह 5 कि.मी. दूर है। |रु. 500 दीजिए।",
        "सन् 1947 ई. में। |\"तुम आओगे?\" उसने पूछा। |उसने कहा, \"हाँ।\" |फिर वह गया। |यह ठीक है. |npm अच्छा है.",
    ],
    "bn": ["ড. রহমান এসেছেন। |তিনি ভালো আছেন।"],
    "ar": [
        "قال د. أحمد ذلك. |طوله 1.75 م. |وزنه 70 كجم. |ولد عام 1998 م. في القاهرة.",
        "«هل ستأتي؟» سألت. |قال: «نعم.» |ثم رحل.",
    ],
    "zh": [
        "他们都走了……|然后我也走了。",
        "我……我不知道……什么，就这样。",
        "他说……没有用。",
        "他说：“我会回来的。”|然后他走了。|“你来吗？”她问。|“来吗？”|“来。”",
        "（见附录。）|其余很简单。|步骤：1. 烧水。|2. 加面。|天是蓝的。[1]|你好！😊|好。",
        "你好!|我用 print(\"Hi.\") 输出。|我喜欢AI。|它很有用。",
    ],
    "ja": ["「来ますか？」と彼女は聞いた。|「はい。」|「いいえ。」", "手順：1. お湯を沸かす。|終わり。", "（続く。）|次へ。"],
    "ko": [
        "\"오세요?\" 그녀가 물었다. |그는 말했다: \"갈게.\" |그리고 떠났다. |2024. 5. 3. 금요일에 만나요.",
        "Python 3.12는 빠릅니다. |python.org에서 받으세요. |단계: 1. 물을 끓이세요. |2. 저으세요.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), [(code, text) for code, texts in ANSWERS.items() for text in texts])
def test_answers_are_cut_into_their_sentences(language: str, marked: str) -> None:
    text, wanted = marked.replace("|", ""), [" ".join(part.split()) for part in marked.split("|")]
    for length in (len(text), 4, 1):
        splitter = SentenceSplitter(language)
        assert [part for frame in split(text, [length]) for part in splitter.feed(frame)] + splitter.flush() == wanted
