"""Public Telnyx voice ids that Plosive answers to, as facts: name, language, gender. It knows no installed voice.

Compiled 2026-11 from public documentation. KokoroTTS is complete (the 54 voices of Kokoro v1.0, and the older `af`).
Telnyx documents NaturalHD as Rime's Arcana and Natural as Rime's English Mist voices but names few of them itself, so
both hold Rime's published catalogue; where the two differ, Telnyx's word counts (albion, amarante, brook). Of Ultra, Bayan
(113 voices), Sukhan (14), Qwen3TTS (cloned voices) and LibriTTS only ids on public pages are here. The live service lists
over 900 voices.
"""

from dataclasses import dataclass

REST_ONLY = frozenset({"ultra"})
"""Models that the live service refuses over the WebSocket, in lower case."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A public voice id with its language and gender. None: not documented (or, for a gender, neither of the two)."""

    id: str
    language: str | None
    gender: str | None


# Model, language, gender, names.
_TABLE: tuple[tuple[str, str | None, str | None, str], ...] = (
    # Kokoro writes language and gender into the name: a voice of "jf" is a Japanese woman.
    ("KokoroTTS", "en-US", "female", "af af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova"),
    ("KokoroTTS", "en-US", "female", "af_river af_sarah af_sky"),
    ("KokoroTTS", "en-US", "male", "am_adam am_echo am_eric am_fenrir am_liam am_michael am_onyx am_puck am_santa"),
    ("KokoroTTS", "en-GB", "female", "bf_alice bf_emma bf_isabella bf_lily"),
    ("KokoroTTS", "en-GB", "male", "bm_daniel bm_fable bm_george bm_lewis"),
    ("KokoroTTS", "es", "female", "ef_dora"),
    ("KokoroTTS", "es", "male", "em_alex em_santa"),
    ("KokoroTTS", "fr-FR", "female", "ff_siwis"),
    ("KokoroTTS", "hi", "female", "hf_alpha hf_beta"),
    ("KokoroTTS", "hi", "male", "hm_omega hm_psi"),
    ("KokoroTTS", "it", "female", "if_sara"),
    ("KokoroTTS", "it", "male", "im_nicola"),
    ("KokoroTTS", "ja", "female", "jf_alpha jf_gongitsune jf_nezumi jf_tebukuro"),
    ("KokoroTTS", "ja", "male", "jm_kumo"),
    ("KokoroTTS", "pt-BR", "female", "pf_dora"),
    ("KokoroTTS", "pt-BR", "male", "pm_alex pm_santa"),
    ("KokoroTTS", "zh", "female", "zf_xiaobei zf_xiaoni zf_xiaoxiao zf_xiaoyi"),
    ("KokoroTTS", "zh", "male", "zm_yunjian zm_yunxi zm_yunxia zm_yunyang"),
    # Telnyx.NaturalHD: Rime Arcana.
    (
        "NaturalHD",
        "en-US",
        "female",
        """
        anderson_emily andromeda astra bennett_emily bruno_katie celeste chatterjee_rini chen_mei cohen_emily
        collins_emily dela_cristina diallo_amara dubois_emma estelle esther gomez_daniela gomez_isabel
        gomez_isabella gonzalez_maya grayson_avery harris_lynette harrison_brianna harrison_mary henderson_brittney
        holliday_jewel johnny_jackson johnson_angela johnson_asha johnson_avery johnson_cynthia johnson_elijah
        johnson_latisha johnson_lisa johnson_madison johnson_marcel johnson_melissa johnson_monique johnson_nia
        johnson_tasha johnson_tia kelly_jennifer kelly_maureen khan_fatima khan_umar kim_ashley kim_sunny kima
        lee_sarah levine_emily levy_hannah lintel luna lyra marinelli_giulia martinez_amber martinez_ana
        martinez_leticia martinez_rosa mccarthy_teresa mendoza_luz miller_judy miller_kelsey miller_lisa
        miyamoto_akari montgomery_elise morgan_brianna morris_leticia moss murphy_emily murphy_grace murphy_hannah
        novak_emily nowak_joanna oculus park_sumin patel_asha ramirez_maya ricci_giulia rodriguez_carla
        rodriguez_isabela santos_angelica schmidt_julia schmidt_sophie silva_ana singh_anjali smith_heather thalassa
        thomas_sarah tran_jessica tran_tu transom tupou_leilani vespera wang_mei watson_emily williams_anna
        williams_jennifer williams_tiffany wilson_emma wright_julianne zhang_mei
        """,
    ),
    (
        "NaturalHD",
        "en-US",
        "male",
        """
        albion andersen_johan anderson_jake anderson_james anderson_kevin arcade atrium bauer_felix bennett_ryan
        biondi_paul bond brooks_jordan brown_alex brown_joshua brown_madison brown_matthew brown_steven carter_colin
        chen_david clark_tyler cohen_jared cooper_logan cupola das_sourav davies_james duncan_colin duval_pierre
        eliphas evans_jason fern fernandez_carlos goldberg_ryan gomez_diego gomez_javon gonzalez_michael
        gonzalez_ryan hanson_ryan harris_luke harrison_joey hassan_omar hernandez_juanita iyer_arun jensen_mikkel
        johnson_brianna johnson_james johnson_joshua johnson_malachi johnson_mary johnson_matthew johnson_walter
        kelly_john kim_daniel levi_david levine_joshua li_xiao maguire_jason malik_ahmad martinez_dylan
        martinez_jaime martinez_ryan masonry mbunda_james mccarthy_james mcdowell_peter mckinley_robert
        mendoza_alonzo mendoza_jesus merritt_jimmy miller_cameron miller_logan montgomery_emily morgan_charles
        morris_colin morris_james morris_melvin morton_daine murphy_colin murphy_liam murphy_nolan neal_colin
        nowak_michal olsson_erik orion parapet park_minseo patel_amit pham_daniel pilaster ramos_raul reddy_arjun
        reddy_sunil ricci_lorenzo rodrigues_miguel rodriguez_carlos rodriguez_eduardo rodriguez_miguel rossi_matteo
        schmidt_joshua schneider_eric schneider_jack sharma_amit sirius smith_michael stucco tauro thompson_kevin
        torres_miguel tran_david truss ursa walnut williams_brian williams_darnell williams_jordan williams_ryan
        williams_terence wong_kenny wright_cooper wright_jason wright_michael
        """,
    ),
    ("NaturalHD", "en-US", None, "ahmed_mohamed"),
    ("NaturalHD", "en-GB", "female", "kelly_aoife smith_lisa vashti"),
    ("NaturalHD", "en-GB", "male", "moyo_david smith_mike"),
    ("NaturalHD", "en-AU", "female", "eucalyptus"),
    ("NaturalHD", "en-AU", "male", "marlu"),
    ("NaturalHD", "ar-EG", "female", "layla sakina"),
    ("NaturalHD", "ar-EG", "male", "qadir"),
    ("NaturalHD", "ar-PS", "male", "batin"),
    ("NaturalHD", "de-AT", "female", "liesel"),
    ("NaturalHD", "de-DE", "female", "alfhild kumara lorelei runa"),
    ("NaturalHD", "de-DE", "male", "baldur"),
    ("NaturalHD", "es-CO", "female", "nova seraphina"),
    ("NaturalHD", "es-DO", "female", "pola"),
    ("NaturalHD", "es-EC", "female", "luz"),
    ("NaturalHD", "es-ES", "female", "lark"),
    ("NaturalHD", "es-MX", "male", "celestino mar"),
    ("NaturalHD", "es-US", "male", "aurelio"),
    ("NaturalHD", "fr-FR", "female", "amarante aurelie morel_marianne solstice"),
    ("NaturalHD", "fr-FR", "male", "destin"),
    ("NaturalHD", "he-IL", "female", "aviva"),
    ("NaturalHD", "he-IL", "male", "ori"),
    ("NaturalHD", "hi-IN", "female", "anaya arya"),
    ("NaturalHD", "hi-IN", "male", "anil"),
    ("NaturalHD", "ja-JP", "female", "yukiko"),
    ("NaturalHD", "ja-JP", "male", "raiden ren"),
    ("NaturalHD", "pt-BR", "female", "alzira isadora lucia sol"),
    ("NaturalHD", "pt-BR", "male", "baltasar celso"),
    # The example ids of Telnyx's SDKs, of which nothing else is published.
    ("NaturalHD", None, None, "Alloy Telnyx_Alloy"),
    # Telnyx.Natural: Rime Mist.
    (
        "Natural",
        "en-US",
        "female",
        """
        abbie allison ally alona amber ana astra blossom breeze brittany brook courtney cove cove_extra dew elena
        ember eva grove hera iris jen joy karst kendra lagoon linda lotus madison mari marina marissa marta mesa
        mesa_extra moon moraine peak pearl petal rain rainforest reba ritu samantha sandy selena steppe stream tanya
        tundra viv wildflower willow yadira
        """,
    ),
    (
        "Natural",
        "en-US",
        "male",
        """
        alpine antoine armon bayou blaze cedar colin creek elliot falcon fjord flower glacier granite gulch gypsum
        hank hawk ironwood joe jose juan jungle kendrick kevin kris loquat marsh nicholas pablo phil rick river rob
        rodney rohan rosco runton seth spore stan stone storm summit talon thunder tj tyler wolf zest zion
        """,
    ),
    ("Natural", "en-US", None, "alexis benjamin boulder frank gabriela violet"),
    ("Natural", "en-GB", "female", "brenda carol helen marge maya sharon"),
    ("Natural", "en-GB", "male", "geoff gerald kenneth nyles rex tibur"),
    ("Natural", "en-AU", "female", "eucalyptus tamra"),
    ("Natural", "en-AU", "male", "marlu"),
    # The rest: only ids that public pages show.
    ("Ultra", "en", "male", "Asher"),
    ("Ultra", "en", "female", "Callie"),
    ("Ultra", "en-US", "female", "Clara"),
    ("Bayan", "ar-AE", "female", "Alia"),
    ("Bayan", "ar-EG", "male", "Ahmed"),
    ("Bayan", "ar-JO", "female", "Lana"),
    ("Bayan", "ar-QA", "female", "Hind"),
    ("Bayan", "ar-SA", "female", "Reem"),
    ("Bayan", "en-US", "female", "Amanda"),
    ("Sukhan", "ur", "female", "news-reader"),
    ("Sukhan", "ur", "male", "podcast-host sindhi-networker urdu-professor"),
    ("Qwen3TTS", None, "female", "Delta"),
    ("Qwen3TTS", None, "male", "Whiskey"),
    ("LibriTTS", None, None, "0"),
)


def _read_table() -> dict[str, Alias]:
    aliases = [
        Alias(f"Telnyx.{model}.{name}", language, gender)
        for model, language, gender, names in _TABLE
        for name in names.split()
    ]
    return {alias.id.lower(): alias for alias in aliases}


ALIASES = _read_table()
"""Every alias by its id in lower case."""
