"""Abbreviations are written out where their place asks for them, and their stops do not reach an engine."""

import pytest

from plosive.text.languages import language_of
from plosive.text.languages.abbreviations import PLACES, Abbreviations
from plosive.text.reading import Reading
from plosive.utterance import Span


def said(language: str, text: str) -> str:
    return " ".join(span.text for span in Reading(language).segment(text).spans)


READ = {
    "en": {
        "Bob, a.k.a. The Fox, came.": "Bob, also known as The Fox, came.",
        "Model No. XK-900, Rm. B204": "Model number X K, 9 0 0, Room B204",
        "Min. payment due": "minimum payment due",
        "born c. 1850, $5 ea. today": "born circa eighteen fifty, 5 dollars each today",
        "the no. of guests grew": "the number of guests grew",
        "Your order no. is 4521.": "Your order number is 4 5 2 1.",
        "Gen. Ruiz met Lt. Col. Hart and Rev. Moss.": "General Ruiz met Lieutenant Colonel Hart and Reverend Moss.",
        "St. John lives on Main St. near Oak Ave.": "Saint John lives on Main Street near Oak Avenue.",
        "Try 45 W. 3rd St. or 7 N Elm Ave today.": "Try 45 West 3rd Street or 7 North Elm Avenue today.",
        "She is on Sam Ross Jr. Blvd. now.": "She is on Sam Ross Junior Boulevard now.",
        "Use a file, e.g. NOTES.txt here.": "Use a file, for example NOTES.txt here.",
        "My card, exp. 04/29, is lost.": "My card, expires April 2029, is lost.",
        "The Rt. Hon. Ann Lee": "The Right Honorable Ann Lee",
        "He lives at 12 Oak St. Springfield.": "He lives at 12 Oak Street Springfield.",
        "I saw the Dr. on Mulholland Dr.": "I saw the Doctor on Mulholland Drive.",
        "Meet on 5th St and Main.": "Meet on 5th Street and Main.",
        "Mrs. Hall and (Prof. X) vs. Gen. Lee": "Mrs Hall and (Professor X) versus General Lee",
        "The Rev. spoke of Rev. 3, and the Gov. left.": "The Reverend spoke of revision 3, and the Governor left.",
        "Dear Dr. and Mrs. Lee": "Dear Doctor and Mrs Lee",
        "See figs. 2 and 3, vol. IV, ch. 3 and Apt. B.": "See figures 2 and 3, volume 4, chapter 3 and apartment B.",
        "See p.31 (sec. 4).": "See page 31 (section 4).",
        "It took 3 yrs. and 1 wk. of work, w/ 2 pcs left.": "It took 3 years and 1 week of work, with 2 pieces left.",
        "Sam Ross, Sr., of Smith Corp. & Co. came.": "Sam Ross, Senior, of Smith Corporation & Company came.",
        "The U.S. Army came at 9 a.m. Monday.": "The U.S Army came at 9 AM Monday.",
        "It was J. R. R. Tolkien.": "It was J R R Tolkien.",
        "It is due Oct. 3.": "It is due October 3rd.",
        "The end vs.": "The end versus.",
        "It is on Rosa Parks Jr. Dr. in St. Paul.": "It is on Rosa Parks Junior Drive in Saint Paul.",
        "Ask Sam Ross Jr. Dr. Hall is out.": "Ask Sam Ross Junior Doctor Hall is out.",
        "123 N. Main St. SE": "123 North Main Street SE",
        "a 45 y/o patient, 5 mg b.i.d. with food": "a 45 year-old patient, 5 milligrams twice a day with food",
    },
    "de": {
        "Siehe S. 12 ff. und S. 5 f. dort.": "Siehe Seite 12 fortfolgende und Seite 5 folgende dort.",
        "Der sog. Experte traf den sog. König des o. g. Landes.":
            "Der sogenannte Experte traf den sogenannten König des oben genannten Landes.",
        "von Kto. 1234567 der Bank": "von Konto 1234567 der Bank",
        "von Gl. 7 ggü. dem Bhf. geschl.": "von Gleis 7 gegenüber dem Bahnhof geschlossen.",
        "Nach § 5 gilt 3:2 n. V., sonst n. V.": "Nach Paragraf 5 gilt 3 zu 2 nach Verlängerung, sonst nach Vereinbarung.",
        "Inkl. MwSt. und in 30 Min. Fahrt": "Inklusive Mehrwertsteuer und in 30 Minuten Fahrt",
        "Der Sportverein e. V. gewann.": "Der Sportverein e V. gewann.",
        "Ich brauche z. B. Salz, d.h. viel.": "Ich brauche zum Beispiel Salz, das heißt viel.",
        "Prof. Dr. Weber und Fr. Lang": "Professor Doktor Weber und Frau Lang",
        "Siehe S. 5, Abb. 3 und Hausnr. 7.": "Siehe Seite 5, Abbildung 3 und Hausnummer 7.",
        "Die Wilhelmstr. ist zu.": "Die Wilhelmstraße ist zu.",
        "Er kam ca. 44 v. Chr. nach Rom usw.": "Er kam circa 44 vor Christus nach Rom und so weiter.",
        "Nach 2 Std. Fahrt": "Nach 2 Stunden Fahrt",
    },
    "fr": {
        "Il vient qq. jours, qté 5, suppl. 5.": "Il vient quelques jours, quantité 5, supplément 5.",
        "une c. à soupe de sucre, 1 c. à café de miel": "une cuillère à soupe de sucre, 1 cuillère à café de miel",
        "1 cp pdt 5 jours, 2 c. à café": "1 comprimé pendant 5 jours, 2 cuillère à café",
        'M. et Mme Roy, le km 25': 'Monsieur et Madame Roy, le kilomètre 25',
        'N° de téléphone': 'numéro de téléphone',
        "M. Dupont et MM. Roy": "Monsieur Dupont et Messieurs Roy",
        "M. J. Roy, Mme Roy et St Malo": "Monsieur J Roy, Madame Roy et Saint Malo",
        "12 av. Foch et bd Voltaire": "12 avenue Foch et boulevard Voltaire",
        "Voir p. 5, l'art. 3 et n° 7.": "Voir page 5, l'article 3 et numéro 7.",
        "Du sel p. ex., c.-à-d. en 52 av. J.-C.": "Du sel par exemple, c'est-à-dire en 52 avant Jésus-Christ.",
        "Il a 500 hab. ici.": "Il a 500 habitants ici.",
    },
    "es": {
        "A las 9:05 a. m. del lunes y a las 4 p. m.": "A las 9:05 de la mañana del lunes y a las 4 de la tarde.",
        "1 comp. c/8 h de L-V": "1 comprimido cada 8 horas de lunes a viernes",
        'El s. XX, el km 25 y C.P. 06600': 'El siglo 20, el kilómetro 25 y código postal 0 6 6 0 0',
        '3 cdas. de sal, s/n y c/u': '3 cucharadas de sal, sin número y cada uno',
        "El Sr. López y la dra. Ruiz": "El señor López y la doctora Ruiz",
        "Vio a D. Quijote en la C/ Mayor.": "Vio a don Quijote en la calle Mayor.",
        "Viaja a EE. UU. mañana, p. ej.": "Viaja a Estados Unidos mañana, por ejemplo.",
        "Está en la pág. 5, núm. 7.": "Está en la página 5, número 7.",
        "Son 500 hab. y 1 ud. más.": "Son 500 habitantes y 1 unidad más.",
    },
    "it": {
        'p.es. oggi, q.b. di sale': 'per esempio oggi, quanto basta di sale',
        'al km. 25, co. 2': 'al chilometro 25, comma 2',
        "Il sig. Costa e l'avv. Neri": "Il signor Costa e l'avvocato Neri",
        "In v.le Roma e p.zza Duomo": "In viale Roma e piazza Duomo",
        "Vedi pag. 5, n. 7, cap. IV, ecc.": "Vedi pagina 5, numero 7, capitolo 4, eccetera.",
        "Ad es. questo nel 44 a.C. in Roma.": "Ad esempio questo nel 44 avanti Cristo in Roma.",
        "Per 3 gg. lavorativi": "Per 3 giorni lavorativi",
    },
    "pt": {
        "O Sen. Lima tb. veio.": "O senador Lima também veio.",
        'R. Augusta, 500': 'rua Augusta, 500',
        'Cap. III, o Cap. Silva': 'Capítulo 3, o capitão Silva',
        'R. Silva, 45 anos': 'R Silva, 45 anos',
        "Foi D. Pedro com D. Maria.": "Foi dom Pedro com dona Maria.",
        "Mora na R. Augusta, na Av. Brasil.": "Mora na rua Augusta, na avenida Brasil.",
        "Veja a pág. 5, o n.º 7 e o ap. 45.": "Veja a página 5, o número 7 e o apartamento 45.",
        "Café c/ leite, p. ex. hoje.": "Café com leite, por exemplo hoje.",
        "São 500 hab. aqui.": "São 500 habitantes aqui.",
    },
    "nl": {
        "Om 14.05 u. en € 5 p.p.p.n., o.v.v. naam": "Om 14 uur 5 en 5 euro per persoon per nacht, onder vermelding van naam",
        "Beatrixpl. 3, over 5 dgn.": "Beatrixplein 3, over 5 dagen.",
        "Kom bijv. op maandag, d.w.z. nu.": "Kom bijvoorbeeld op maandag, dat wil zeggen nu.",
        "Mr. Smith en mr. Jansen zien dhr. Bos.": "mister Smith en meester Jansen zien de heer Bos.",
        "Kerkstr. 5, blz. 7 en nr. 3, t/m 8 enz.": "Kerkstraat 5, bladzijde 7 en nummer 3, tot en met 8 enzovoort.",
        "Voor 2 pers. of 1 pers. hier": "Voor 2 personen of 1 persoon hier",
    },
    "pl": {
        "Mieszkam przy ul. Prostej.": "Mieszkam przy ulicy Prostej.",
        "To ul. Prosta i os. Leśne.": "To ulica Prosta i osiedle Leśne.",
        "Jest 5 os. i 2 os. i 1 os. tam.": "Jest 5 osób i 2 osoby i 1 osoba tam.",
        "Pan dr Kos, p. Nowak i p. Nowakowa": "Pan doktor Kos, pan Nowak i pani Nowakowa",
        "Na str. 7, rozdz. 3, o godz. 15.": "Na stronie 7, rozdział 3, o godzinie 15.",
        "Ja, np. i m.in. on itd.": "Ja, na przykład i między innymi on i tak dalej.",
    },
    "ru": {
        "Это 5 у. е., см. там.": "Это 5 условных единиц, смотри там.",
        "Живёт на ул. Мира, это ул. Мира.": "Живёт на улице Мира, это улица Мира.",
        "Груши и т. д., т.е. всё.": "Груши и так далее, то есть всё.",
        "Проф. Ким, г-н Пак из г. Москвы": "Профессор Ким, господин Пак из города Москвы",
        "См. рис. 5 на стр. 7.": "Смотри рисунок 5 на странице 7.",
        "Тут 5 чел. и 2 чел. и 21 чел. ещё.": "Тут 5 человек и 2 человека и 21 человек ещё.",
    },
    "tr": {
        "Bu ort. 5 kg.": "Bu ortalama 5 kilogram.",
        "Kaya Gıda San. ve Tic. Ltd. Şti. adına": "Kaya Gıda Sanayi ve Ticaret Limitet Şirketi adına",
        "17. yy.'da MÖ 300": "on yedinci yüzyılda milattan önce 300",
        "Dr. Kaya ve Av. Can": "Doktor Kaya ve Avukat Can",
        "Bkz. s. 5, örn. bu.": "Bakınız sayfa 5, örneğin bu.",
        "Atatürk Cad. üzerinde, Gül Sok. içinde": "Atatürk Caddesi üzerinde, Gül Sokak içinde",
        "Elma vb. şeyler 5 dk. sonra": "Elma ve benzeri şeyler 5 dakika sonra",
    },
    "uk": {
        "Живе на вул. Франка, це м. Київ.": "Живе на вулиці Франка, це місто Київ.",
        "Груші і т. д., напр. на стор. 5.": "Груші і так далі, наприклад на сторінці 5.",
        "Тут 5 ос. і 2 ос. ще.": "Тут 5 осіб і 2 особи ще.",
    },
    "cs": {
        "Ing. Malý na ul. Nové, např. dnes atd.": "inženýr Malý na ulici Nové, například dnes a tak dále.",
        "Viz str. 5 a č. 7 na nám. Míru": "Viz stranu 5 a číslo 7 na náměstí Míru",
    },
    "sv": {
        "Enl. § 5, kl. 8 f.m. på Storg. 5": "Enligt paragraf 5, klockan 8 förmiddag på Storgatan 5",
        "Ta t.ex. äpplen, bl.a. den, d.v.s. nu.": "Ta till exempel äpplen, bland annat den, det vill säga nu.",
        "Se dr. Ek på s. 5, nr 7, med 3 st. kvar osv.": "Se doktor Ek på sidan 5, nummer 7, med 3 stycken kvar och så vidare.",
    },
    "hi": {"ए. पी. जे. अब्दुल आए": "ए पी जे अब्दुल आए", "डॉ. वर्मा और प्रो. शर्मा": "डॉक्टर वर्मा और प्रोफ़ेसर शर्मा", "पृ. 5 देखें": "पृष्ठ 5 देखें",
           "मि. वर्मा": "मिस्टर वर्मा", "प्र. 5": "प्रश्न 5"},
    "ar": {"قال د. أحمد ذلك": "قال الدكتور أحمد ذلك", "انظر ص. 5 هنا": "انظر صفحة 5 هنا", "ص.ب. 1234": "صندوق بريد 1234"},
    "zh": {"猫 vs. 狗": "猫 对 狗"},
    "ja": {"Dr. スミスです。": "ドクター スミスです。"},
    "ko": {"Mr. 김": "미스터 김", "개 vs. 고양이": "개 대 고양이", "(주) 한국": "주식회사 한국"},
}  # fmt: skip

# By the rule that must not apply.
STAY = {
    "en": {
        "title": ["The gen was clear.", "One more rep, then rest.", "A col is a pass.", "The Dr Pepper is cold."],
        "street": ["An ave is a street.", "The Dr Pepper can", "We saw the rd and the blvd.", "He flew to St Ives."],
        "direction": ["I have 4 S hooks.", "The 5 E cells are in."],
        "reference": ["They said no. Of course.",
            "He said no. B2B grew.", "Fig. Trees", "Take no. Go.",
            "He ate a fig.", "Turn up the vol.", "Fig trees grow.", "A ch and a sec are short."],
        "count": ["The yrs went by.", "The wk after", "Pcs are cheap."],
        "after a name": ["Jr. high is fun.", "The Sr is here.", "a co of ours"],
        "anywhere": ["He won a w/out b.", "An A/B test", "the incl button"],
        "sentence": [
            "It ended. Then we left.", "i went home. then i slept", "Take option A. Then go.",
            "You and I. Did you know?",
            "Ask Jan. She knows.", "Some fruit, i.e. pears.", "Wait... What?",
            "Ask the mayor of Oak.", ". . .", "",
        ],
    },
    "de": {
        "title": ["Der Fritz ist da.", "Prof ist er.", "Der Hr der Ringe"],
        "street": ["Der Astr ist alt.", "Die Str ist lang.", "Er sagt Mostrich."],
        "reference": ["Er mag S. sehr.", "Das Abb ist neu.", "Nr. eins ist da."],
        "count": ["Die Std ist um.", "Die Min läuft.", "Eine Sek bleibt.",
            "Die Noten f und ff", "12 F und 5 Fische", "die Seite ff."],
        "anywhere": ["Er sog es auf.", "Das Sog hält.", "Der OG ist neu.",
            "Das ist ein Bzwei.", "Er heißt Max.", "Sie isst Zb."],
    },
    "fr": {
        "word": ["La qté est là.", "Un suppl est là.", "Le QQ est là."],
        "title": ["M. est là.", "Il a 2 mètres de neige.", "Le me va."],
        "street": ["Le bd est long.", "Une pl est là.", "La r. est là."],
        "reference": ["Il dit p.", "Un vol. 3 personnes", "Une fig. 4 mètres"],
        "count": ["Le hab est là.", "Les j. passent.", "Sem. ou pas"],
        "anywhere": ["Un exa de trop", "Le cfr est là.", "Il a dit envol."],
    },
    "es": {
        "title": ["El plan D. Luego", "La col está buena.", "Un sr es así."],
        "street": ["La av es larga.", "Una pl es así.", "Un c/ es así."],
        "reference": ["Una fig. 4 metros", "Dice que no.", "La pag es así."],
        "count": ["La ud es así.", "Hab. o no", "Una hora es así.", "De la a. m. no sé", "El p. m. cuenta", "5 am y 6 pm"],
        "anywhere": ["Es ej o no.", "El cfr es así.", "La aprox es así."],
    },
    "it": {
        "title": ["Il piano D. Poi", "Un sig è così.", "La dott è qui."],
        "street": ["La v. è breve.", "Il cso è così.", "La str è così."],
        "reference": ["Un cap. 3 cose", "La pag è così.", "Il n. è così."],
        "count": ["I gg. passano.", "Il pz. è così.", "Gli ab. sono qui."],
        "anywhere": ["La cfr è così.", "Il ca' è così.", "La es è così."],
    },
    "pt": {
        "word": ["O sen dela.", "A TB dói.", "O tb é isso."],
        "title": ["O plano D. Ele", "Um sr é assim.", "A dra é assim."],
        "street": ["A R. é letra.", "O R é letra.", "A av é assim."],
        "reference": ["Uma fig. 4 metros", "A pag é assim.", "O n. é assim."],
        "count": ["O hab. é assim.", "A un. é assim.", "Um seg. é assim"],
        "anywhere": ["Um c/d é assim.", "A aprox é assim.", "O cf é assim."],
    },
    "nl": {
        "title": ["De st is zo.", "De ir is zo.", "Een mr is zo."],
        "street": ["De str is zo.", "Een astr is zo.", "De ln is zo."],
        "reference": ["Een fig. 4 meter", "Tel 5 dingen op.", "De blz is zo."],
        "count": ["De pers is zo.", "Een st is zo.", "De wk is zo."],
        "anywhere": ["De BV is zo.", "Het vgl is zo.", "De t/h is zo."],
    },
    "pl": {
        "title": ["Daj im. Niech mają.", "To jest p. tak", "Jest o. tak"],
        "street": ["Ta ul jest.", "Na al jest.", "Ten pl jest."],
        "reference": ["Ta rys jest.", "Nr jest.", "To s. tak"],
        "count": ["Te os. są", "Ta godzina jest.", "Ta szt jest."],
        "anywhere": ["To nap jest.", "Ten itp jest.", "To tzwa jest."],
    },
    "ru": {
        "word": ["Это у них.", "Слово ср есть.", "Он у е и ё."],
        "title": ["Это г. тут", "Это буква с. и", "Отдай им всё."],
        "street": ["Этот ул тут.", "Это ш. тут", "Это пл тут."],
        "reference": ["Это рис тут.", "Варите рис.", "Это стр тут."],
        "count": ["Это чел тут.", "Эти шт тут.", "Это тыс тут."],
        "anywhere": ["Это тд тут.", "Это др тут.", "Это те тут."],
    },
    "tr": {
        "word": ["Ort güzel.", "Bu ort iyi.", "Resort iyi."],
        "title": ["Bu av iyi.", "Bu op iyi.", "Sn iyi."],
        "street": ["Bu cadde iyi.", "Bu sok iyi.", "Bu mah iyi."],
        "reference": ["Bu s. iyi", "Bu md iyi.", "Bu kat iyi."],
        "count": ["Bu dk iyi.", "Bu sn iyi.", "Bu yy iyi."],
        "anywhere": ["Bu ör iyi.", "Bu bk iyi.", "Bu vbs iyi."],
    },
    "uk": {
        "title": ["Це м. тут", "Це буква с. і", "Це проф тут."],
        "street": ["Ця вул тут.", "Ця пл тут.", "Це ш. тут"],
        "reference": ["Це рис тут.", "Варіть рис.", "Ця стор тут."],
        "count": ["Ці ос. тут", "Ця шт тут.", "Ці хв тут."],
        "anywhere": ["Це тд тут.", "Це ін тут.", "Це див тут."],
    },
    "cs": {
        "title": ["To je p. tam", "To je dr tam.", "To je sv tam."],
        "street": ["Ta ul je tam.", "To nám. je", "Ta tř je tam."],
        "reference": ["To je č. tam", "Ta str je tam.", "To s. je"],
        "count": ["Ty os. jsou", "Ten ks je tam.", "Ta hod je tam."],
        "anywhere": ["To je atd tam.", "To tj je tam.", "To mj je tam."],
    },
    "sv": {
        "title": ["En hr är så.", "En fr är så.", "En dr är så."],
        "reference": ["En s. är", "Ett nr är så.", "En sid är så."],
        "count": ["En st är så.", "Min bil är så.", "En tim är så."],
        "anywhere": ["En tex är så.", "En osv är så.", "Ett ev är så."],
    },
    "hi": {"title": ["यह डॉ है", "प्रो है", "पं है"], "reference": ["यह पृ है", "सं है", "नं है"]},
    "ar": {"title": ["هذا د هنا", "هذا أ هنا", "هذا م هنا"], "reference": ["هذا ص هنا", "هذا ج هنا", "هذا ط هنا"]},
    "zh": {"reference": ["他说 No 了", "一个 fig 文件", "这个 ver 好"],
           "anywhere": ["他用 EVS 系统", "这是 vst 文件", "这是 VSX 文件"]},
    "ja": {"title": ["Drive です。", "Mri です。", "Profs です。"], "reference": ["No です。", "p です。", "Vol です。"]},
    "ko": {"title": ["Drive 입니다.", "Mri 입니다.", "Stop 입니다."], "reference": ["No 입니다.", "p 입니다.", "Vol 입니다."],
           "anywhere": ["이것은 evs 입니다.", "이것은 exa 입니다.", "이것은 (주차) 입니다."]},
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words"), [(code, *case) for code in READ for case in READ[code].items()])
def test_an_abbreviation_is_said_in_words(language: str, text: str, words: str) -> None:
    assert said(language, text) == words
    assert Reading(language).segment(text).text == text


@pytest.mark.parametrize(
    ("language", "rule", "text"),
    [(code, rule, text) for code, rules in STAY.items() for rule in rules for text in rules[rule]],
)
def test_what_only_looks_like_one_stays(language: str, rule: str, text: str) -> None:
    assert said(language, text) == text, rule


def test_a_title_before_another_span_has_no_stop() -> None:
    spans = Reading("en").normalized([Span("Ask Dr. "), Span("Lee"), Span(" of Acme Inc.")])
    assert [span.text for span in spans] == ["Ask Doctor ", "Lee", " of Acme Incorporated."]


@pytest.mark.parametrize("language", [code for code in READ if code not in {"hi", "ar", "zh", "ja", "ko"}])
def test_every_language_of_the_list_has_fifty(language: str) -> None:
    entries = language_of(language).abbreviations.entries()
    assert len({entry.form for entry in entries if entry.words}) >= 50
    assert all("=" not in form and ";" not in form for entry in entries for form in (entry.form, *entry.words))


def test_a_table_has_places_forms_and_words() -> None:
    listed = Abbreviations(
        before_name="Dr. dr=Doctor", after_number="os.=osoba/osoby; x.=", closing="usw.=und so weiter"
    )
    assert [(entry.form, entry.place, entry.words) for entry in listed.entries()] == [
        ("os.", "after_number", ("osoba", "osoby")), ("x.", "after_number", ()), ("Dr.", "before_name", ("Doctor",)),
        ("dr", "before_name", ("Doctor",)), ("usw.", "closing", ("und so weiter",)),
    ]  # fmt: skip
    assert listed.known("before_name", "closing") == {"dr", "usw"}
    assert [entry.words for entry in listed.without_words().entries()] == [()] * 5
    assert {entry.place for entry in listed.entries()} <= set(PLACES)
