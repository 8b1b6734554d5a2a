"""Owns the words that open sentences: after an abbreviation they tell that a new sentence begins.

Each is hardly ever a part of a name. It knows words only: `plosive.text.sentences.splitter` decides where a sentence ends.
"""

from typing import Final

FIRST_WORDS: Final[dict[str, str]] = {
    "en": "a after all also although an and another are as at because before but can did do does each every everyone"
    " for from had has have he her here his how however i i'd i'll i'm i've if in is it it'll it's its let's many may"
    " maybe meanwhile more most my no nobody not now of on once one or our perhaps please she should since so some"
    " someone sometimes still such that that's the their then there there's these they they're this those thus to"
    " today tomorrow under unfortunately until we we'll we're we've were what what's when where which while who whose"
    " why will with would yes yesterday yet you you're your add adjust ask besides both bring choose click consider"
    " either enter even finally furthermore get give go hence imagine instead just keep later lastly let likewise"
    " make moreover next nor often ok okay otherwise put remember run see similarly start stir take thank thanks try"
    " turn unlike use usually visit wait well write",
    "de": "aber alle als also am an auch auf aus bei bis bitte da damit dann das dass dein dem den denn der deshalb"
    " dessen die dies diese dieser dieses doch dort du ein eine einer er es für hier ich ihr im in ist ja jede jeder"
    " jedoch jetzt kann können man mein mit nach nein nicht noch nun nur ob oder sein seit sie sind so sonst und uns"
    " unser viele vielleicht vom von vor wann warum was weil wenn wer werden wie wir wird wo zu zum zudem zur zwar"
    " allerdings anschließend außerdem bald beide beides bereits dadurch dafür dagegen daher danach daraus darin"
    " darum davon dazu dennoch derzeit deswegen ebenso einige einfach erst etwa falls fast frag füge ganz gehe gern"
    " gestern gib gut hast hat heute immer inzwischen kein keine leider mach manche manchmal mehr meist meistens"
    " morgen nachdem natürlich nehmen neben nimm oft sag schließlich schon sehr selbst sobald sogar somit später"
    " statt stell trotzdem versuch versuche vermutlich vielen war warst weiter welche wenige wichtig willkommen wirst"
    " während zuerst zuletzt zusammen übrigens",
    "fr": "alors après au aussi avec bien c'est car ce cela ces cette comme comment dans de depuis des donc elle"
    " elles en est et il ils j'ai je l'on la le les leur lorsque mais merci mon même ne non nous on or ou où oui par"
    " pas pour pourquoi puis qu'est-ce quand que quel quelle qui quoi sa sans ses si son sur ton tout très tu un une"
    " voici voilà vos votre vous ainsi ajoutez attention aujourd'hui auparavant bref cependant certains chaque"
    " choisissez d'abord demain enfin ensuite envoyez essayez faites finalement grâce hier ici lisez lors mettez"
    " n'hésitez néanmoins ouvrez parfois pendant plus prenez puisque quelques rendez-vous sinon surtout toutefois"
    " utilisez veuillez vers",
    "es": "a ahora al algunos aquí así aunque cada como con cuando cuál cuándo cuánto cómo de del desde después dónde"
    " el ella ellas ellos en entonces era es esa ese eso esta este esto estos está están existe fue gracias hay hoy"
    " la las le lo los luego me mi mientras muchos muy más nada ni no nos nosotros nuestra nuestro o para pero por"
    " porque pues puede que quien quién qué se según ser si sin sobre son su sus sí también tiene todo todos tu tú un"
    " una usted y ya yo además ahí algunas antes asegúrate aún cuenta debes dime finalmente fueron había hacia igual"
    " llama llega llegó mañana mejor muchas nunca otra otro parece podemos poco primero prueba puedes recuerda"
    " siempre sigue tampoco tal tenemos tras usa vamos vienen viene vive ve",
    "it": "a al allora anche ancora bene che chi ci come con cosa così da dal dalla del dopo dove e ecco era ed essa"
    " esso forse gli grazie ha hai ho i il in io la le lei li lo loro lui ma mentre mi molti ne nel nella noi non o"
    " ogni ora per perché però più poi prima qual quale quando quanto quella quello questa questo qui se sei si sono"
    " su tra tu tutti un una uno voi è adesso aggiungi alcuni altri appena aveva basta bisogna capito chiama comunque"
    " contro dai davvero dentro dunque entrambi fai finalmente fu già infatti infine inoltre invece leggi magari mai"
    " molto nessuno nonostante oggi ognuno oltre oppure pensa perciò piacere poiché potete puoi quasi questi quindi"
    " ricorda scrivi sempre senza siamo sto tale tanto tuttavia usa vai vieni",
    "pt": "a agora ainda ao aqui as assim até com como da de depois do e ela elas ele eles em então era essa esse"
    " esta este eu foi há isso isto já mais mas me meu muito na nas no nos não nós o obrigado onde os ou para pela"
    " pelo pode por porque qual quando que quem se sem sim sua também tem todos um uma você vocês é além algumas"
    " alguns antes apenas baixe cada contudo desde dessa desse devemos enquanto entretanto estão estou faça fique"
    " foram gosta havia hoje igualmente lembre ligue logo mesmo minha nada nem nessa nesse nunca obrigada outra outro"
    " outros pois porém portanto primeiro procure qualquer quanto segundo sempre sendo tanto tenho tente ter tinha"
    " todas toda tudo use vamos veja vou",
    "nl": "aan alle als bij daar daarom dan dat de deze die dit dus een en er ga haar heb heeft het hier hij hoe hun"
    " ik in is ja je jij kan maar met mijn na naar nee niet nog nu of om omdat onze ook op over te toen tot u uit van"
    " veel voor waar waarom wanneer want wat we wel wie wij wil ze zij zijn zo bedankt beide bovendien daarna echter"
    " eerst eigenlijk elke geen gebruik graag helaas hierdoor iedereen iets inmiddels jullie kies kijk kun later let"
    " liefst misschien morgen nadat natuurlijk neem niemand niets nooit nou ondanks sinds sommige soms straks terwijl"
    " tijdens toch uiteindelijk vaak vandaag vanaf verder volgens voeg vraag vroeger waarschijnlijk weet ziet zodra"
    " zonder zoals zou",
    "da": "af alle at da de den der derfor det dette du efter eller en er et for fra han har hej her hun hvad hvem"
    " hvis hvor hvordan hvorfor hvornår i ikke ja jeg kan man med men mens min mit nej nu når og om på skal så som"
    " til ved vi vil alligevel altså begge bland bagefter derefter desuden dog endelig enten faktisk først ganske"
    " godt hertil herefter hver dag ifølge igen ingen inden kun måske mange mere nogle nogen ofte også selvom senere"
    " tak uden under undertiden vær værsgo",
    "nb": "alle at av da de den der derfor det dette du eller en er et etter for fra han har hei her hun hva hvem"
    " hvis hvor hvordan hvorfor i ikke ja jeg kan man med men mens min mitt nei nå når og om på skal så som til ved"
    " vi vil altså begge bland deretter dessuten ellers endelig faktisk først hver ifølge igjen ingen innen kanskje"
    " mange mer noen nok ofte også selv senere takk uten under vær",
    "sv": "alla att av de den det detta du där därför efter eller en ett för från han har hej hon hur här i inte ja"
    " jag kan man med men min nej nu när och om på sedan ska som så till vad var varför vem vi vid vill är alltså"
    " annars bara båda dessutom därefter efteråt eftersom faktiskt först genom idag ibland imorgon ingen innan"
    " istället kanske kl klicka lägg många mer nästa någon några ofta också per sådan tack tyvärr under utan varje"
    " vilken vilka vänligen även",
    "pl": "ale bo był była było być co czy dla dlaczego dlatego do gdy gdzie i ich ile ja jak jaki jakie jednak jest"
    " jeśli już kiedy kto ma mam można my na nie nigdy o od on ona one oni ono oraz po potem proszę są ta tak także"
    " tam te teraz to tu ty tylko w więc wszystko z za że aby ach albo bardzo będzie bez chociaż choć dalej dobrze"
    " dodaj dziękuję gdyby inne jego jej każdy kiedyś lub mieszka najpierw nam naprawdę nawet nikt niestety obecnie"
    " oczywiście oprócz otwórz pamiętaj podczas ponadto ponieważ później przed przede przez przy razem skoro sprawdź"
    " spróbuj stąd szczerze super tego tutaj wtedy wiele wielu według właśnie wolę wreszcie wszyscy zatem zawsze"
    " zobacz żeby",
    "cs": "a ale až bez bude byl byla bylo co do já jak jaké je jeho jen jestli jsem jsme jsou k kde kdo když kdy mám"
    " mi my na ne není o od on ona oni po podle pokud potom pro proč protože se si tak také tam tato ten tento to"
    " toto v ve však z za že ano bohužel během dále dnes další díky ještě jenom každý kolik kromě kvůli ma mnoho mohu"
    " může můžete možná například náš nebo nejdříve nejprve někdy nikdy některé nyní obvykle oba občas přidejte"
    " přesto před přes přitom sedí spolu teď teprve tedy tehdy tím třeba u už vezměte vždy všechno všichni zde zítra",
    "sk": "a ale až bez bol bola bolo bude čo do ja ak ako je jeho len som sme sú k kde kto keď kedy mám mi my na nie"
    " o od on ona oni po podľa potom pre prečo pretože sa si tak tiež tam táto ten tento to toto v vo však z za že"
    " áno bohužiaľ dnes ďalej ešte každý koľko mnoho môže možno najprv nebo nikdy niektoré ani obvykle preto pridajte"
    " teraz už vždy všetko všetci zajtra",
    "ru": "а без был была были было ведь вот все всё вы да для если есть еще ещё зачем здесь и или их как какой когда"
    " который кроме кто куда мне мой мы на надо наш не нет но ну о об он она они оно от поэтому потом потому почему"
    " при сейчас сколько так также там тебе то тогда тоже ты уже хотя чем что чтобы это этот эта эти я благодаря"
    " более больше будет будьте вам вас ваша вдруг возможно впрочем время всегда вчера далее давайте даже до добавьте"
    " должен другой другие зато затем здравствуйте иногда используйте к каждый какие кажется конечно либо лишь между"
    " многие может можно мои моя наверное например напишите начните некоторые нельзя нужно обычно однако около опять"
    " особенно очень перед по под пожалуйста пока помните попробуйте после почти просто пусть раньше с сегодня"
    " сначала снова со спасибо среди сразу такой такие теперь только тут у хорошо хотите часто через эту",
    "uk": "а але без був була були було бо ваш ви від він вона вони воно все де для до є з за і його коли куди ми мій"
    " на навіщо не ні о однак ось при про так також там те ти тому тут це цей ця чому щоб що як яка який якщо я адже"
    " багато би буде вам вас вже всі далі дякую додайте дуже зараз звичайно згодом їх кожен крім ласкаво лише майже"
    " мені може можна навіть наприклад нам нас наш ним отже перед пізніше під після по потім проте просто раніше саме"
    " своє сьогодні та тепер тільки ті тоді той хоча хто чи через її із із-за",
    "bg": "а ако аз без беше ви вие все да дали до за защо и или как какво кога кой която който къде ли ми може на не"
    " ние но от по при с са се след сега така там те ти това този той тук тя то ще",
    "tr": "ama ancak artık bana ben bir biz bu bugün bunlar bunun çünkü daha da de en evet fakat gibi hayır hem her"
    " için işte kim nasıl ne neden nerede o onlar onun sen siz sonra şimdi şu ve veya ya yani ardından aslında ayrıca"
    " bazı belki biraz birçok bunu böylece çok diğer dolayısıyla elbette genellikle gerçekten hatta henüz herkes ilk"
    " ise kısaca lütfen nitekim oysa pek sadece son sonuç şöyle tabii teşekkürler tüm üstelik zaten önce öyle",
    "fi": "ei en entä eli emme he hän ja jos joten kaikki koska kuinka kuka kun kyllä me mikä miksi milloin minä"
    " missä mitä mutta myös ne niin nyt olen on onko se sen siellä sinä siis tai te tämä tässä vai vaikka aina aluksi"
    " ehkä ennen entäs hyvä ilman jälkeen jokainen joskus kiitos kuitenkin lisää lisäksi lopuksi meillä molemmat"
    " monet muuten nämä näin olet onneksi ottakaa sekoita sitten toki tule usein vain vielä yleensä",
    "hu": "a az azt azért be csak de egy ennek én ez ezért ezt és hogy hogyan hol ha igen itt így ki kell lehet majd"
    " mert mi miért mikor mit most nagyon nem nincs ő ők ott pedig van vagy aki ami amikor aztán azonban bár előbb"
    " először holnap igaz inkább ismét jelenleg kérem később köszönöm közben legyen ma mai mindig minden mivel néha"
    " neki olyan rögtön sajnos sok sőt szerintem szép tegnap tehát továbbá utána ugyanis valóban végül viszont",
    "ro": "a acest această am ar are asta au ba că când care ce cine cu cum da dacă dar de deci din după e ea ei el"
    " este eu în încă la mai nu o pe pentru poate sau se sunt și te tu un unde va vă acestea aceasta acum acolo ai"
    " altfel apoi aproape așa astăzi atunci bine chiar deja desigur foarte iar ieri îmi împreună înainte însă"
    " mulțumesc mâine niciodată noi oamenii prima puteți sper știi tot totuși unii uneori veniți voi vom",
    "el": "αλλά αν αυτή αυτό αυτός για γιατί δεν εγώ εδώ είμαι είναι ένα ένας εμείς εσύ έτσι έχει η θα και κάθε μα με"
    " μετά μη μια μου ναι να ο οι όμως όταν ότι όχι πάρα ποιος πού πως πώς σε στη στην στο τα τη την της τι το τον"
    " του των τώρα ακόμα άλλωστε αργότερα από αφού βέβαια γενικά γι' δηλαδή εάν έπειτα επίσης εκεί ελάτε ευχαριστώ"
    " ίσως καθώς καλά κανείς κατά κι λοιπόν μήπως μόλις μόνο μπορείτε μπορεί ξεκινήστε ορίστε όπως πάντα παρακαλώ"
    " πάρτε πολύ πολλοί πριν πρώτα σήμερα συνήθως τελικά τελευταία τότε ύστερα φυσικά χωρίς ώστε",
    "vi": "anh bạn bây các cái chúng có cô của cuối do đó để được em hãy họ khi không là mà một nếu ngoài nhưng những"
    " nó rất sau sẽ tại thì tôi trong từ và vì vậy với ông bà điều đây",
    "id": "ada adalah agar aku akan anda apa apakah atau bagaimana bahwa banyak beberapa bisa dan dari dengan di dia"
    " ini itu jadi jangan jika kalau kami kamu karena ke kemudian kita lalu maka mereka namun oleh pada saat saya"
    " sebelum sekarang selain semua seperti setelah siapa sudah tapi terima tetapi tidak untuk yang ya",
    "hi": "अगर अब आज आप इन इस इसके इसलिए उन उस उसने और कई कब कभी कहाँ का किसी की कुछ के कैसे कोई कौन क्या क्यों जब"
    " जहाँ जो तब तो दो नहीं पर फिर मगर मुझे मेरा मेरी मेरे मैं मैंने यदि यह यहाँ ये लेकिन वह वहाँ वे सब हम हमें हाँ"
    " हालाँकि",
    "ar": "إذا إن أن أنا أنت أي أين إلى إنه إنها الآن التي الذي بعد بل ثم حتى حيث ذلك سوف شكرا عندما على عن قد كان"
    " كانت كل كم كما كيف لا لذلك لقد لكن لم لماذا ليس ما ماذا متى مع من نحن نعم هذا هذه هل هم هنا هناك هو هي وقد ولكن"
    " يمكن يمكنك",
}
