from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    name="Indonesian",
    sentences=Sentences(
        titles="ir dra bpk sdr pt cv tn ny nn kh hj",
        words="jl jln tgl gg kec kab kel hlm thn yth tsb rp ds", numbered="telp hlm tgl jl bab rp",
        enders="dll dsb dst tbk",
        starters="ada adalah agar aku akan anda apa apakah atau bagaimana bahwa banyak beberapa bisa dan dari dengan di dia"
        " ini itu jadi jangan jika kalau kami kamu karena ke kemudian kita lalu maka mereka namun oleh pada saat saya"
        " sebelum sekarang selain semua seperti setelah siapa sudah tapi terima tetapi tidak untuk yang ya",
    ),
)  # fmt: skip
