"""Units of measure: each word to its dimension and to the base unit of that dimension (SI)."""

from __future__ import annotations

import re
from typing import NamedTuple

from secondsource.grammar.wordlist import word_set


class Unit(NamedTuple):
    """A unit: what it measures, how many base units it is, and the word to print it by."""

    dimension: str
    factor: float
    word: str
    offset: float = 0.0


BASE: dict[str, str] = {
    "length": "metre", "mass": "kilogram", "area": "square metre", "volume": "litre", "duration": "second",
    "speed": "metre per second", "temperature": "degree celsius", "power": "watt", "energy": "watt-hour",
}  # fmt: skip

_DAY = 86_400.0
_YEAR = 365.25 * _DAY
# Forms, dimension, factor, the word to print by. A month is a twelfth of a year of 365.25 days.
_ROWS: tuple[tuple[str, str, float, str], ...] = (
    ("m metre metres meter meters", "length", 1, "metres"),
    ("km kms kilometre kilometres kilometer kilometers", "length", 1000, "kilometres"),
    ("cm centimetre centimetres centimeter centimeters", "length", 0.01, "centimetres"),
    ("mm millimetre millimetres millimeter millimeters", "length", 0.001, "millimetres"),
    ("mile miles mi", "length", 1609.344, "miles"),
    ("nautical-mile nautical-miles", "length", 1852, "nautical miles"),
    ("foot feet ft", "length", 0.3048, "feet"),
    ("inch inches", "length", 0.0254, "inches"),
    ("yard yards", "length", 0.9144, "yards"),
    ("kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos", "mass", 1, "kilograms"),
    ("g gram grams gramme grammes", "mass", 0.001, "grams"),
    ("mg milligram milligrams", "mass", 1e-6, "milligrams"),
    ("t tonne tonnes metric-ton metric-tons", "mass", 1000, "tonnes"),
    ("lb lbs pound pounds", "mass", 0.45359237, "pounds"),
    ("oz ounce ounces", "mass", 0.028349523125, "ounces"),
    ("ha hectare hectares", "area", 10_000, "hectares"),
    ("acre acres", "area", 4046.8564224, "acres"),
    ("km² km2 sq-km sq.-km square-kilometre square-kilometres", "area", 1e6, "square kilometres"),
    ("square-kilometer square-kilometers", "area", 1e6, "square kilometres"),
    ("m² m2 sq-m square-metre square-metres square-meter square-meters", "area", 1, "square metres"),
    ("sq-ft square-foot square-feet", "area", 0.09290304, "square feet"),
    ("square-mile square-miles sq-mi", "area", 2_589_988.110336, "square miles"),
    ("litre litres liter liters", "volume", 1, "litres"),
    ("ml millilitre millilitres milliliter milliliters", "volume", 0.001, "millilitres"),
    ("m³ m3 cu-m cubic-metre cubic-metres cubic-meter cubic-meters", "volume", 1000, "cubic metres"),
    ("km³ km3 cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers", "volume", 1e12, "cubic kilometres"),
    ("hm³ hm3 cubic-hectometre cubic-hectometres", "volume", 1e9, "cubic hectometres"),
    ("gl gigalitre gigalitres gigaliter gigaliters", "volume", 1e9, "gigalitres"),
    ("megalitre megalitres megaliter megaliters", "volume", 1e6, "megalitres"),
    ("hl hectolitre hectolitres", "volume", 100, "hectolitres"),
    ("acre-foot acre-feet", "volume", 1_233_481.83754752, "acre-feet"),
    ("cubic-foot cubic-feet", "volume", 28.316846592, "cubic feet"),
    ("gallon gallons", "volume", 3.785411784, "gallons"),
    ("seconds secs sec", "duration", 1, "seconds"),
    ("minute minutes min mins", "duration", 60, "minutes"),
    ("hour hours hr hrs h", "duration", 3600, "hours"),
    ("day days", "duration", _DAY, "days"),
    ("week weeks", "duration", 7 * _DAY, "weeks"),
    ("fortnight fortnights", "duration", 14 * _DAY, "fortnights"),
    ("month months", "duration", _YEAR / 12, "months"),
    ("year years", "duration", _YEAR, "years"),
    ("decade decades", "duration", 10 * _YEAR, "decades"),
    ("century centuries", "duration", 100 * _YEAR, "centuries"),
    ("km/h kmh kph kilometres-per-hour kilometres-an-hour", "speed", 1 / 3.6, "km/h"),
    ("kilometers-per-hour kilometers-an-hour km-per-hour km-an-hour kms-per-hour", "speed", 1 / 3.6, "km/h"),
    ("m/s metres-per-second meters-per-second metres-a-second", "speed", 1, "metres per second"),
    ("mph miles-per-hour miles-an-hour", "speed", 0.44704, "miles per hour"),
    ("knots", "speed", 1852 / 3600, "knots"),
    ("°c degrees-celsius degrees-centigrade degree-celsius", "temperature", 1, "degrees Celsius"),
    ("kw kilowatt kilowatts", "power", 1e3, "kilowatts"),
    ("mw megawatt megawatts", "power", 1e6, "megawatts"),
    ("gw gigawatt gigawatts", "power", 1e9, "gigawatts"),
    ("kwh kilowatt-hour kilowatt-hours", "energy", 1e3, "kilowatt-hours"),
    ("mwh megawatt-hour megawatt-hours", "energy", 1e6, "megawatt-hours"),
    ("gwh gigawatt-hour gigawatt-hours", "energy", 1e9, "gigawatt-hours"),
    ("twh terawatt-hour terawatt-hours", "energy", 1e12, "terawatt-hours"),
)  # fmt: skip
_FAHRENHEIT = Unit("temperature", 5 / 9, "degrees Fahrenheit", -32.0)
_UNITS: dict[str, Unit] = {
    **{form: Unit(dimension, factor, word) for forms, dimension, factor, word in _ROWS for form in forms.split()},
    **dict.fromkeys(("°f", "degrees-fahrenheit", "degree-fahrenheit"), _FAHRENHEIT),
}
# Forms of one or two letters are units only right beside digits.
_ABBREVIATED = word_set(
    "m t km kms cm mm mi ft kg kgs g mg lb lbs oz ha ml h hr hrs min mins sec secs kw mw gw kwh mwh gwh twh gl hl"
)
_AFTER = re.compile(
    r"[\s-]?(?P<words>[^\W\d_°][\w²³./]{0,15}|°\s?[CF](?!\w))(?P<second>[\s-][A-Za-z]{1,11})?(?P<third>[\s-][A-Za-z]{1,11})?"
)


def after(text: str, at: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit that begins where a figure ends, and where it ends.

    >>> after("2.35-kilometre bridge", 4, True)
    (Unit(dimension='length', factor=1000, word='kilometres', offset=0.0), 14)
    >>> after("144 officers", 3, True)
    """
    match = _AFTER.match(text, at)
    if match is None:
        return None
    for last in ("third", "second", "words"):
        if match[last] is None:
            continue
        end = match.end(last)
        form = re.sub(r"[\s-]", "-", text[match.start("words") : end].lower().rstrip(".")).replace("°-", "°")
        unit = _UNITS.get(form)
        if unit and (form not in _ABBREVIATED or digits):
            return unit, end - (text[end - 1] == ".")
    return None
