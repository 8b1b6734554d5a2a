from plosive.text.languages.language import Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Vietnamese",
    sentences=Sentences(
        titles="ts ths pgs gs bs ks tp ô th.s", words="tx q p bà đ", enders="v.v",
        letters="ạ",
        starters="anh bạn bây các cái chúng có cô của cuối do đó để được em hãy họ khi không là mà một nếu ngoài nhưng những"
        " nó rất sau sẽ tại thì tôi trong từ và vì vậy với ông bà điều đây",
    ),
    spoken=Spoken(money=pairs("VND=đồng"), currencies={"đ": "VND", "VNĐ": "VND"}),
)  # fmt: skip
