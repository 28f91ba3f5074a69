"""The English words around a number: units, scales, what hedges it, numbers that are words."""

from annotator.prose.word_lists import words

CURRENCIES = {
    "$": "$", "US$": "$", "USD": "$", "dollar": "$", "dollars": "$",
    "A$": "A$", "C$": "C$", "NZ$": "NZ$", "HK$": "HK$", "S$": "S$", "R$": "R$",
    "€": "€", "EUR": "€", "euro": "€", "euros": "€",
    "£": "£", "GBP": "£", "¥": "¥", "JPY": "¥", "yen": "¥", "CNY": "yuan", "yuan": "yuan",
    "₹": "₹", "rupees": "₹", "CHF": "CHF", "₽": "₽", "roubles": "₽", "rubles": "₽",
}  # fmt: skip
"""Signs and words → the unit of a ``Figure``."""

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
}  # fmt: skip

UNITS = {
    "%": "%", "per cent": "%", "percent": "%", "pct": "%",
    "percentage point": "percentage points", "percentage points": "percentage points",
    "years old": "years old", "year-old": "years old", "year-olds": "years old",
    "second": "seconds", "seconds": "seconds", "minute": "minutes", "minutes": "minutes",
    "hour": "hours", "hours": "hours", "day": "days", "days": "days", "week": "weeks",
    "weeks": "weeks", "month": "months", "months": "months", "year": "years", "years": "years",
    "decade": "decades", "decades": "decades",
    "mm": "mm", "cm": "cm", "m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m",
    "km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km",
    "mile": "miles", "miles": "miles", "foot": "feet", "feet": "feet", "ft": "feet",
    "inch": "inches", "inches": "inches", "yard": "yards", "yards": "yards",
    "g": "g", "gram": "g", "grams": "g", "kg": "kg", "kilogram": "kg", "kilograms": "kg",
    "ton": "tons", "tons": "tons", "tonne": "tonnes", "tonnes": "tonnes", "pound": "pounds",
    "pounds": "pounds", "lb": "pounds", "lbs": "pounds",
    "acre": "acres", "acres": "acres", "hectare": "hectares", "hectares": "hectares",
    "litre": "litres", "litres": "litres", "liter": "litres", "liters": "litres",
    "gallon": "gallons", "gallons": "gallons", "barrel": "barrels", "barrels": "barrels",
    "degree": "degrees", "degrees": "degrees", "°C": "°C", "°F": "°F", "°": "degrees",
    "times": "times", "fold": "times",
}  # fmt: skip

QUALIFIERS = {
    "up to": "most", "as much as": "most", "as many as": "most", "at most": "most",
    "no more than": "most", "not more than": "most", "a maximum of": "most",
    "less than": "under", "fewer than": "under", "under": "under", "below": "under",
    "just under": "under", "well under": "under", "short of": "under",
    "at least": "least", "no less than": "least", "no fewer than": "least",
    "a minimum of": "least", "more than": "over", "over": "over", "above": "over",
    "just over": "over", "well over": "over", "upwards of": "over", "in excess of": "over",
    "exceeding": "over", "greater than": "over",
    "nearly": "near", "almost": "near", "close to": "near", "approaching": "near",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "some": "about", "an estimated": "about", "estimated": "about", "circa": "about",
    "exactly": "exact", "precisely": "exact", "only": "", "just": "", "a total of": "",
}  # fmt: skip
"""What stands before a number → how it bounds it ("" says nothing of how much)."""

QUALIFIERS_AFTER = {
    "or more": "least", "or less": "most", "or fewer": "most", "or so": "about",
    "at most": "most", "at least": "least", "at the most": "most", "at the least": "least",
}  # fmt: skip

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
MANY = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000,
    "hundreds of thousands": 100_000, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
"""What says "at least two of these"; the value is one of them."""

LABELS = words(
    "section article chapter page pages p pp figure fig table no number nos rule title act part "
    "vol volume step version v route highway flight room level phase type class grade channel "
    "boeing airbus windows paragraph item apollo covid block track lesson unit verse line "
    "psalm season episode formula form exhibit case docket resolution proposition"
)
"""A bare number after one of these names something, it does not count it."""
