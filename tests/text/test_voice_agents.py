"""Sentences of voice agents: what a caller hears of orders, addresses, dates and menus, and what must stay as it is."""

import pytest

from plosive.text.normalization.normalizer import Normalizer
from plosive.text.pipeline import TextPipeline

SAID = {
    "en-US": [
        ("She was born on July 4, 1976, and moved.", "She was born on July 4th, nineteen seventy-six, and moved."),
        ("Your visit is on December 3 at 2:15.", "Your visit is on December 3rd at 2:15."),
        ("Monday, May 5 we go", "Monday, May 5th we go"),
        ("From July 4-6 or the April 15 deadline", "From July 4th to 6th or the April 15th deadline"),
        ("It's a $10-million deal", "It's a 10 million dollar deal"),
        ("It costs between $150-$300.", "It costs between 150 and 300 dollars."),
        ("the lease runs 1/1/27-12/31/27", "the lease runs January 1st, 2027 to December 31st, 2027"),
        ("closed Sat/Sun", "closed Saturday, Sunday"),
        ("max. 8/day, 7 days/wk", "maximum 8 per day, 7 days per week"),
        ("a 30-yr fixed loan", "a 30 year fixed loan"),
        ("up to 4,000 mAh and 2 Tbsp butter", "up to 4000 milliamp hours and 2 tablespoons butter"),
        ("It measures 12x8x3 in.", "It measures 12 by 8 by 3 inches."),
        ("a 5 x 7 in. wide box with 9' ceilings", "a 5 by 7 inches wide box with 9 foot ceilings"),
        ("3 x 12-oz cans", "3 times 12 ounce cans"),
        ("He ran it in 3:05:17.", "He ran it in 3 hours 5 minutes 17 seconds."),
        ("Version 3.11.2 and v2.0.1", "Version 3 point 11 point 2 and v2 point 0 point 1"),
        ("Ping 192.168.0.1 first.", "Ping 192 point 168 point 0 point 1 first."),
        ("at 1420 NW 23rd Ave, Ste 200", "at fourteen twenty Northwest 23rd Avenue, Suite 200"),
        ("Apt 4B, Bldg 3, Rm 14", "apartment 4B, building 3, room 14"),
        ("Portland, OR 97210", "Portland, Oregon 9 7 2 1 0"),
        ("He lives in Dallas, TX and works in Reno, NV.", "He lives in Dallas, Texas and works in Reno, Nevada."),
        ("Take I-95 N, then Route 66 W.", "Take I-95 North, then Route 66 West."),
        ("Hwy 101 S is closed b/w 1 and 2", "Highway 101 South is closed between 1 and 2"),
        ("one ending 0071 and one ending in 1200", "one ending 0 0 7 1 and one ending in 1 2 0 0"),
        ("The ISBN is 978-0-306-40615-7.", "The ISBN is 9 7 8, 0, 3 0 6, 4 0 6 1 5, 7."),
        ("Your claim # is 22-0418-CL.", "Your claim number is 2 2, 0 4 1 8, C L."),
        ("Your flight UA1482 and flight 1482", "Your flight U A, 1 4 8 2 and flight 1 4 8 2"),
        ("Your 401(k), CO2 and 14% YoY", "Your 4 oh 1 K, C O 2 and 14 percent year over year"),
        ("It's on the 2nd fl., room 14.", "It's on the 2nd floor, room 14."),
        ("Est. wait: 4-5 mins.", "estimated wait: 4 to 5 minutes."),
        ("Press 1 for English, or # to repeat; press * to go back.",
         "Press 1 for English, or pound to repeat; press star to go back."),
        ("at 55 W 46th St, 21st Fl, or 7 N Elm St", "at 55 West 46th Street, 21st floor, or 7 North Elm Street"),
        ("The meeting is 10/5-10/7.", "The meeting is October 5th to October 7th."),
        ("It runs 12/28-1/3 and renews 12/15.", "It runs December 28th to January 3rd and renews December 15th."),
        ("1.5x the price", "1.5 times the price"),
        ("Press 2, opt. 3; bal. $1,032.18", "Press 2, option 3; balance 1032 dollars 18 cents"),
        ("Your student ID# is 900123456.", "Your student ID number is 9 0 0, 1 2 3, 4 5 6."),
        ("Open Mon.-Fri. from 8-6, Sat. 9-1.", "Open Monday to Friday from 8 to 6, Saturday 9 to 1."),
        ("Your loan # ends in 8812, my VIN ends with 4352.", "Your loan number ends in 8 8 1 2, my vin ends with 4 3 5 2."),
        ("Your Rx #4471902 is ready.", "Your Rx number 4 4 7, 1 9 0 2 is ready."),
        ("Gas is $3.459/gal.", "Gas is 3.459 dollars per gallon."),
        ("It sold for $1.2 mil last year.", "It sold for 1.2 million dollars last year."),
        ("The test is on 6/9; scores come later.", "The test is on June 9th; scores come later."),
        ("opened 11/28 at 10:30, on 12/24 & 12/31", "opened November 28th at 10:30, on December 24th & December 31st"),
        ("a 55-in. TV, a 10-ft. Christmas tree", "a 55 inch TV, a 10 foot Christmas tree"),
        ("2x/day, 3x since 6AM, 10x faster", "2 times per day, 3 times since 6AM, 10 times faster"),
        ("1-2 tabs q6h PRN, qty. 60, Fl. 3", "1 to 2 tabs every 6 hours as needed, quantity 60, floor 3"),
        ("at bit.ly/a or o'neil@acme.io", "at bit dot ly slash a or o'neil at acme dot io"),
        ("Enter 1234#, or dial *67.", "Enter 1 2 3 4 pound, or dial star 67."),
    ],
    "en-GB": [("Press # now", "Press hash now"), ("On July 4 we met", "On July 4th we met")],
    "de": [
        ("Die Kundennr. ist da, Rechnungsnr.: 88321.", "Die Kundennummer ist da, Rechnungsnummer: 8 8 3 2 1."),
        ("gilt v. 1.1. bis 31.1.2027", "gilt vom ersten Januar bis einunddreißigsten Januar 2027"),
        ("vom 1.1.2027-31.1.2027", "vom ersten Januar 2027 bis einunddreißigsten Januar 2027"),
        ("Musterstr. 12a, 10115 Berlin", "Musterstraße 12a, 1 0 1 1 5 Berlin"),
        ("1 1/2 l Milch", "eineinhalb Liter Milch"),
        ("3/Tag, 4 Tabletten/Tag", "3 pro Tag, 4 Tabletten pro Tag"),
        ("Ping 192.168.0.1", "Ping 192 Punkt 168 Punkt 0 Punkt 1"),
        ("Artikel Art.-Nr. 47-11 und Kd.-Nr. 4711", "Artikel Artikelnummer 4 7, 1 1 und Kundennummer 4 7 1 1"),
        ("um 20 h, ab 9h, nach 5 h", "um 20 Uhr, ab 9 Uhr, nach 5 Stunden"),
        ("i. d. 2. Etage, ein Auto mit 150 PS", "in der zweiten Etage, ein Auto mit 150 PS"),
        ("Drücken Sie # oder *.", "Drücken Sie Raute oder Stern."),
        ("zum 15. d. M. fällig", "zum fünfzehnten dieses Monats fällig"),
    ],
    "fr": [
        ("max. 4/jour, au 2ème ét., au RDC", "maximum 4 par jour, au 2ème étage, au rez-de-chaussée"),
        ("du 01/02/2026-03/04/2026", "du 1er février 2026 au 3 avril 2026"),
        ("Tapez # ou *.", "Tapez dièse ou étoile."),
    ],
    "es": [
        ("c/8 h, 3/día", "cada 8 horas, 3 por día"),
        ("de 8:30 a 17:00 h.", "de 8:30 a 17 horas."),
        ("Los n.os 3 y 4, en la 2.ª pl.", "Los números 3 y 4, en la 2ª planta."),
        ("Tel.: 93.123.45.67, IP 10.0.0.1", "Teléfono: 9 3, 1 2 3, 4 5, 6 7, IP 10 punto 0 punto 0 punto 1"),
        ("Pulse # o *.", "Pulse almohadilla o asterisco."),
    ],
    "es-MX": [("Marque #.", "Marque numeral.")],
    "nl": [("Boekingsnr. XK74QP", "Boekingsnummer X K 7 4 Q P")],
}  # fmt: skip

KEPT = {
    "en-US": [
        "On March 3 we met", "In May 5 people", "In June 30 students came", "In July 4 more", "May 5", "July 4.5",
        "Sure, OK.", "John Smith, MD", "X-ray, CT scan", "Sit here, OR else", "NY, NJ and CT",
        "5 S are", "Section 5 N", "10.100.200.255", "1.234.567", "the flight of 1200 miles", "flight 93",
        "I love * that", "1/4-3/8 of it", "12/15 people", "7/16 wrench",
        "7/8 at a time", "2x is even", "rate of 6 1/8%", "Use # in chat",
        "10-million-year-old", "1/2/3", "either/or", "word/day",
    ],
    "de": ["Otto sagte v", "Wir haben 12, 10500 Leute", "Ein * hier"],
    "fr": ["Ste-Anne", "un * ici"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "written", "said"), [(tag, *each) for tag in SAID for each in SAID[tag]])
def test_an_agent_is_understood(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag in KEPT for text in KEPT[tag]])
def test_text_that_looks_alike_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "It's a 55-in. TV.",
        "He bought a 10-ft. Christmas tree.",
        "The meeting's at 3:00p.m. ET / 12:00p.m. PT.",
        "We open at 9a.m. on Monday and close at 5p.m. Eastern.",
    ],
)
def test_what_is_written_onto_its_number_ends_no_sentence(text: str) -> None:
    pipeline = TextPipeline(language="en-US")
    assert [segment.text for segment in [*pipeline.feed(text), *pipeline.flush()]] == [text]
