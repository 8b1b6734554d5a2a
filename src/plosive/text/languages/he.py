from plosive.text.languages.language import Joined, Language

LANGUAGE = Language(
    name="Hebrew",
    joined=Joined(
        # "And"; "that", "when"; "in", "to", "like", "from"; "the".
        before=r"(?<!\w)(?=[והבלכמש])ו?(?:כש|ש)?[בלכמ]?ה?\Z",
        sounds={"כש": "kʃe", "ו": "ve", "ה": "ha", "ב": "be", "ל": "le", "כ": "ke", "מ": "mi", "ש": "ʃe"},
    ),
)  # fmt: skip
