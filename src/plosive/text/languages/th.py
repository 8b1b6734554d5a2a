from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Language, Sentences, Spoken, Writes, pairs
from plosive.text.languages.number_cues import Cues

LANGUAGE = Language(
    name="Thai",
    sentences=Sentences(cut=110),
    abbreviations=Abbreviations(
        before_name="ดร.=ดอกเตอร์; นพ.=นายแพทย์; พญ.=แพทย์หญิง; ผศ.=ผู้ช่วยศาสตราจารย์; รศ.=รองศาสตราจารย์; ศ.=ศาสตราจารย์",
        before_number="พ.ศ.=พุทธศักราช; ค.ศ.=คริสต์ศักราช; โทร.=โทร; ถ.=ถนน",
    ),
    spoken=Spoken(
        dot="จุด", slash="ทับ", at="แอท", hyphen="ขีด", underscore="ขีดล่าง", number="หมายเลข", hashtag="แฮชแท็ก",
        fractions="ครึ่ง, เศษหนึ่งส่วนสาม, เศษสองส่วนสาม, เศษหนึ่งส่วนสี่, เศษสามส่วนสี่", approximate=pairs("~ ≈=ประมาณ"),
        spaced=False, point="จุด", minus="ลบ", to="ถึง",
        money=pairs("THB=บาท / สตางค์; USD=ดอลลาร์ / เซนต์; EUR=ยูโร / เซนต์; GBP=ปอนด์; JPY=เยน; CNY=หยวน"),
        scales=pairs("พัน=พัน; หมื่น=หมื่น; แสน=แสน; ล้าน=ล้าน; พันล้าน=พันล้าน"),
    ),
    cues=Cues(
        codes="รหัสยืนยัน รหัสผ่าน รหัส otp pin หมายเลขคำสั่งซื้อ เลขที่คำสั่งซื้อ เลขพัสดุ รหัสไปรษณีย์",
        owners="ของคุณ", copulas="คือ เป็น", joints="ของคุณ",
        counted="คน ตัว วัน ปี เดือน บาท ชิ้น แห่ง ครั้ง นาที ชั่วโมง หลัก บรรทัด",
        phones="เบอร์โทร เบอร์ โทรศัพท์ โทร มือถือ แฟกซ์", calls="โทรหา โทร ติดต่อ สายด่วน ฉุกเฉิน กด", between="ที่ ไปที่ เบอร์ หมายเลข",
    ),
    writes=Writes(fraction_digits="0 1 2 3 4 5 6 7 8 9", times=" ?น[.]"),
)  # fmt: skip
