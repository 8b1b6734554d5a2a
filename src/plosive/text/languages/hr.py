from plosive.text.languages.language import Agreement, Declension, Language, Ordinals, Sentences, pairs

LANGUAGE = Language(
    name="Croatian",
    sentences=Sentences(
        numbered="sij velj ožu srp ruj lis",
        words="br g gđa gđica itd inž npr sl str sv tj tel tzv ul čl god",
        ordinals=True, dates=True, months="sij velj ožu tra svi lip srp kol ruj lis stu pro",
    ),
    ordinals=Ordinals(
        form="masculine", stop=True, place="u na o po pri", joints="i ili",
        small="ali a te pa no u na do od za je su se da o s sa iz po pri kod smo sam",
        declension=Declension(
            small="prvi drugi treći četvrti peti šesti sedmi osmi deveti deseti jedanaesti dvanaesti trinaesti"
                  " četrnaesti petnaesti šesnaesti sedamnaesti osamnaesti devetnaesti",
            tens="dvadeseti trideseti četrdeseti pedeseti šezdeseti sedamdeseti osamdeseti devedeseti", hundreds="stoti",
            endings=pairs("ći=ća će ćeg ćem ćem ćim će ćoj ću ćom ći ćih ćih; i=a o og om om im e oj u om i ih ih"),
        ),
        agreements=(
            Agreement(
                nouns="stoljeć mjest poglavlj kol izdanj", endings="o",
                forms=pairs("+u=masculine-locative; a=masculine-genitive; om em=masculine-instrumental; =neuter"),
            ),
            Agreement(
                nouns="godin klas skupin lig minut", endings="a e",
                forms=pairs("+i=feminine-locative; u=feminine-accusative; a=feminine; e=feminine-genitive; =feminine"),
            ),
            Agreement(
                forms=pairs("+u=masculine-locative; om em=masculine-instrumental; a=masculine-genitive; =masculine"),
            ),
        ),
        day=pairs("=masculine-genitive"),
    ),
)  # fmt: skip
