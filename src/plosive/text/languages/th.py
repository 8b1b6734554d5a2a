from plosive.text.languages.language import Language, Sentences, Spoken, Writes, pairs

LANGUAGE = Language(
    name="Thai",
    sentences=Sentences(cut=110),
    spoken=Spoken(
        spaced=False, point="จุด", minus="ลบ", to="ถึง",
        money=pairs("THB=บาท / สตางค์; USD=ดอลลาร์ / เซนต์; EUR=ยูโร / เซนต์; GBP=ปอนด์; JPY=เยน; CNY=หยวน"),
        scales=pairs("พัน=พัน; หมื่น=หมื่น; แสน=แสน; ล้าน=ล้าน; พันล้าน=พันล้าน"),
    ),
    writes=Writes(fraction_digits="0 1 2 3 4 5 6 7 8 9", times=" ?น[.]"),
)  # fmt: skip
